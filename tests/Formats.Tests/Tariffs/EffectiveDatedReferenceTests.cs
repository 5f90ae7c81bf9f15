using System.Globalization;
using BillingActors.Formats.EffectiveDated;
using BillingActors.Grains.Interfaces.Tariffs;

namespace Formats.Tests.Tariffs;

[Trait("Group", "ReferenceData")]
public sealed class EffectiveDatedReferenceTests
{
    private static readonly LoadYear Load = LoadYear.Made(2_000);

    [Theory]
    [InlineData("e1", 1)]
    [InlineData("etoud", 1)]
    [InlineData("etouc", 5)]
    [InlineData("eelec", 5)]
    [InlineData("ev2a", 5)]
    public void The_files_of_a_schedule_are_its_versions(string schedule, int versions)
    {
        var tariff = Read([.. Files(schedule).Select(File.ReadAllText)], EffectiveDatedOptions.Default);

        Assert.Equal(
            Files(schedule).Select(Path.GetFileNameWithoutExtension),
            tariff.Versions.Select(version => version.ValidFrom.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        Assert.Equal(Enumerable.Range(1, versions), tariff.Versions.Select(version => version.Number));
    }

    [Fact]
    public void Components_come_to_the_totals_that_the_sheets_print()
    {
        foreach (var text in AllFiles().Select(File.ReadAllText))
        {
            var document = Read([text], EffectiveDatedOptions.Default);
            var anyYear = document with
            {
                Zone = null,
                Versions = [document.Versions[0] with { ValidFrom = new DateOnly(2000, 1, 1) }],
            };

            Assert.Equal(new PlainSchedule(text, Load).Bills(), EngineBills.ExactOf(anyYear, Load));
        }
    }

    [Fact]
    public void A_program_exempts_from_components_and_discounts_the_rest()
    {
        var program = File.ReadAllText(Path.Combine(Folder(), "program/dcare/2025-01-01.toml"));
        var options = EffectiveDatedTariffs.WithProgram(program, EffectiveDatedOptions.Default);
        var charges = Read([File.ReadAllText(Files("etouc")[0])], options).Versions[0].Charges;

        Assert.DoesNotContain(charges, charge => charge.Code is "wildfire-fund-charge" or "recovery-bond-credit");
        Assert.Equal(-35m, Assert.IsType<ChargeDocument.Percentage>(charges[^1]).Percent);
    }

    private static TariffDocument Read(IReadOnlyList<string> files, EffectiveDatedOptions options)
    {
        var read = EffectiveDatedTariffs.Read(files, options);
        Assert.Empty(read.Problems);
        return read.Document!;
    }

    private static IEnumerable<string> AllFiles() =>
        new[] { "e1", "etoud", "etouc", "eelec", "ev2a" }.SelectMany(Files);

    private static string[] Files(string schedule) =>
        [.. Directory.EnumerateFiles(Path.Combine(Folder(), schedule), "*.toml").Order(StringComparer.Ordinal)];

    private static string Folder() => Path.Combine(ReferenceData.Folder("pge-effective-dated-toml"), "tariff/pge");
}
