using System.Text.Json.Nodes;
using BillingActors.Formats.OpenTariffs;
using BillingActors.Formats.Tariffs;

namespace Formats.Tests.Tariffs;

[Trait("Group", "ReferenceData")]
public sealed class OpenTariffReferenceTests
{
    [Fact]
    public void Every_entry_is_imported() => Assert.All(Read(), static tariff => Assert.Empty(tariff.Problems));

    [Fact]
    public void A_year_of_load_is_rated_as_the_bands_of_each_entry_say()
    {
        var year = LoadYear.Made(1_500);
        var tariffs = Read();
        var entries = File.ReadLines(Path()).Select(static line => JsonNode.Parse(line)!).ToList();

        Assert.Equal(321, tariffs.Count);
        Assert.Equal(entries.Count, tariffs.Count);
        for (var i = 0; i < entries.Count; i++)
        {
            // The load is in the hours of the customer's clock, so the zone is left aside.
            var document = tariffs[i].Document! with { Zone = null };
            Assert.Equal(new PlainOpenTariff(entries[i], year).Bills(), EngineBills.Of(document, year));
        }
    }

    private static IReadOnlyList<ImportedTariff> Read() => OpenTariffFile.Read(File.ReadAllBytes(Path()));

    private static string Path() =>
        System.IO.Path.Combine(ReferenceData.Folder("us-tariffs-cc0"), "us_tariffs.ndjson");
}
