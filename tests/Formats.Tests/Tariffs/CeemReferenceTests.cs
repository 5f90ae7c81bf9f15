using System.Text.Json.Nodes;
using BillingActors.Formats.Ceem;
using BillingActors.Formats.Tariffs;

namespace Formats.Tests.Tariffs;

[Trait("Group", "ReferenceData")]
public sealed class CeemReferenceTests
{
    private static readonly LoadYear Load = LoadYear.Made(2_500, minutes: 30);

    [Theory]
    [InlineData("AllTariffs_Retail.json", 74, 74)]
    [InlineData("AllTariffs_network.json", 77, 69)]
    [InlineData("EQTariffTemplates.json", 5, 0)]
    public void What_is_no_plain_demand_or_year_is_refused_and_all_else_imported(string file, int all, int imported)
    {
        var tariffs = Read(file, CeemOptions.Default);

        Assert.Equal((all, imported), (tariffs.Count, tariffs.Count(static tariff => tariff.Document is not null)));
        Assert.All(tariffs, static tariff => Assert.NotEqual(tariff.Document is null, tariff.Problems.IsEmpty));
    }

    [Theory]
    [InlineData("AllTariffs_Retail.json")]
    [InlineData("AllTariffs_network.json")]
    public void A_year_of_load_is_rated_as_the_parameters_of_each_tariff_say(string file)
    {
        var tariffs = Read(file, CeemOptions.Default);
        var plain = Plain(file);
        Assert.Equal(plain.Count, tariffs.Count);
        for (var i = 0; i < plain.Count; i++)
        {
            if (tariffs[i].Document is not { } document || plain[i]["BlockAnnual"] is not null)
                continue;
            var second = new PlainCeem(plain[i], Load);
            Assert.Equal(
                second.Bills(withExport: true),
                    EngineBills.Of(document, Load, withExport: true, months: second.Months));
        }
    }

    private static IReadOnlyList<ImportedTariff> Read(string file, CeemOptions options) =>
        CeemTariffs.Read(File.ReadAllBytes(Path.Combine(ReferenceData.Folder("au-tariffs-unsw"), file)), options);

    private static IReadOnlyList<JsonNode> Plain(string file)
    {
        var text = File.ReadAllText(Path.Combine(ReferenceData.Folder("au-tariffs-unsw"), file))
            .Replace(": Infinity", ": \"Infinity\"", StringComparison.Ordinal);
        return [.. JsonNode.Parse(text)![0]!["Tariffs"]!.AsArray()
            .Select(static tariff => tariff!["Parameters"]!["NUOS"] ?? tariff["Parameters"]!)];
    }
}
