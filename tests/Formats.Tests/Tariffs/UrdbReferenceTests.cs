using BillingActors.Formats.Tariffs;
using BillingActors.Formats.Urdb;

namespace Formats.Tests.Tariffs;

[Trait("Group", "ReferenceData")]
public sealed class UrdbReferenceTests
{
    private static readonly UrdbOptions AnyYear = new()
    {
        KeepDates = false,
        WithGeneration = false,
        DemandWindowMinutes = 60,
    };

    [Fact]
    public void Of_all_files_only_the_one_that_ends_before_it_starts_is_refused()
    {
        var refused = Files().SelectMany(file => Read(file, UrdbOptions.Default)
            .SelectMany(tariff => tariff.Problems, (_, problem) =>
                $"{Path.GetFileName(file)}: {problem.Path}: {problem.Rule}"));

        Assert.Equal(["pyopenei_plan_data.json: items/0/enddate: ends-before-start"], refused);
    }

    [Fact]
    public void All_files_are_recognised() =>
        Assert.All(Files(), static file => Assert.True(UrdbTariffs.IsTariff(File.ReadAllBytes(file)), file));

    [Theory]
    [InlineData(1_500)]
    [InlineData(40_000)]
    [InlineData(900_000)]
    public void A_year_of_our_load_is_rated_as_the_arrays_of_each_file_say(long level) =>
        AssertAllAgree(LoadYear.Made(level));

    [Theory]
    [InlineData("ssc_residential_load_hourly.csv")]
    [InlineData("ssc_load_commercial.csv")]
    [InlineData("ssc_load_commercial_large.csv")]
    public void A_year_of_a_simulated_load_is_rated_as_the_arrays_of_each_file_say(string load) =>
        AssertAllAgree(LoadYear.Read(Path.Combine(ReferenceData.Folder("nrel-loads"), load)));

    [Fact]
    public void What_is_fed_in_is_paid_at_the_sell_rates_of_its_hours()
    {
        var year = LoadYear.Made(4_000);
        var file = Path.Combine(ReferenceData.Folder("urdb-raw-json"), "pyopenei_sell_rate.json");
        var document = Assert.Single(Read(file, AnyYear with { WithGeneration = true })).Document!;

        var plain = new PlainUrdb(PlainUrdb.RatesIn(File.ReadAllText(file)).Single(), year);
        Assert.Equal(plain.Bills(withExport: true), EngineBills.Of(document, year, withExport: true));
    }

    private static void AssertAllAgree(LoadYear year) => Assert.All(Files(), file =>
    {
        var tariffs = Read(file, AnyYear);
        var rates = PlainUrdb.RatesIn(File.ReadAllText(file)).ToList();
        Assert.Equal(rates.Count, tariffs.Count);
        for (var i = 0; i < rates.Count; i++)
            Assert.Equal(new PlainUrdb(rates[i], year).Bills(), EngineBills.Of(tariffs[i].Document!, year));
    });

    private static IReadOnlyList<ImportedTariff> Read(string file, UrdbOptions options) =>
        UrdbTariffs.Read(File.ReadAllBytes(file), options);

    private static string[] Files() =>
        [.. Directory.EnumerateFiles(ReferenceData.Folder("urdb-raw-json"), "*.json").Order(StringComparer.Ordinal)];
}
