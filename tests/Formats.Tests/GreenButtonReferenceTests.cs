using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.Metering;

namespace Formats.Tests;

[Trait("Group", "ReferenceData")]
public sealed class GreenButtonReferenceTests
{
    [Theory]
    [InlineData("Coastal_Multi_Family_Daily_Jan_1_2011_to_Jan_1_2012_RetailCustomer_4.xml.gz", 8_760, 366)]
    [InlineData("Premise1_2011_GreenButtonData_Texas.xml.gz", 8_712, 363)]
    [InlineData("TestGBDataThirteenMonthsBinnedDailyWCost.xml.gz", 9_480, 396)]
    [InlineData("coastal_single_family_2011_hourly.xml", 362, 16)]
    [InlineData("one_year_daily_binned_monthly.xml", 444, 444)]
    [InlineData("openespi_usage_01.xml", 96, 2)]
    [InlineData("openespi_usage_04.xml", 96, 2)]
    [InlineData("openespi_usage_08.xml", 96, 2)]
    [InlineData("openespi_usage_1.xml", 480, 6)]
    [InlineData("openespi_usage_11.xml", 92, 2)]
    [InlineData("openespi_usage_2.xml", 860, 10)]
    public async Task Every_reading_is_found_at_its_time_and_none_is_lost(string name, int readings, int days)
    {
        var file = Path.Combine(ReferenceData.Folder("green-button-espi"), name);
        var plain = PlainGreenButton.Of(file);
        var items = await Files.ReadFile("espi", file);

        Assert.Equal((readings, days), (plain.Count, items.Length));
        Assert.All(
            items, item => Assert.Equal("Wh import 0", $"{item.Day!.Unit} {item.Day.Direction} {item.Day.Scale}"));
        Assert.Equal(plain.Values.OrderBy(pair => pair.Key), items.SelectMany(Present).OrderBy(pair => pair.Key));
        Assert.Equal(plain.Sum, items.Sum(item => item.Day!.Values.Sum()));
    }

    [Theory]
    [InlineData("openespi_customer_subscription_feed.xml", "IntervalReading no-readings")]
    [InlineData("openespi_retail_customer_statement.xml", "IntervalReading no-readings")]
    [InlineData("openespi_usage_subscription_feed.xml", "IntervalReading no-readings")]
    [InlineData("openespi_retail_customer_feed.xml", "xs:schema not-a-feed")]
    [InlineData("schema/espi.xsd.gz", "xs:schema not-a-feed")]
    public async Task A_file_without_readings_is_refused(string name, string refusal)
    {
        var file = Path.Combine(ReferenceData.Folder("green-button-espi"), name);

        var refused = await Assert.ThrowsAsync<FileRefusedException>(() => Files.ReadFile("espi", file));

        Assert.EndsWith(refusal, Files.Short(refused), StringComparison.Ordinal);
        Assert.True(refused.Problems[0].Line > 0);
    }

    [Fact]
    public async Task Daily_readings_begin_at_local_midnight_in_summer_and_winter()
    {
        var folder = ReferenceData.Folder("green-button-espi");
        var items = await Files.ReadFile("espi", Path.Combine(folder, "one_year_daily_binned_monthly.xml"));

        Assert.All(items, item => Assert.Equal(1_440, item.Day!.IntervalMinutes));
        Assert.Equal(
            items.Select((_, index) => new DateOnly(2013, 1, 1).AddDays(index)), items.Select(item => item.Day!.Day));
        Assert.Equal([-300, -240], items.Select(item => item.Day!.OffsetMinutes).Distinct());
    }

    [Fact]
    public async Task The_ends_of_a_feed_are_missing_in_its_first_and_last_day_of_utc()
    {
        var folder = ReferenceData.Folder("green-button-espi");
        var items = await Files.ReadFile("espi", Path.Combine(folder, "openespi_usage_01.xml"));

        var (first, last) = (items[0].Day!, items[1].Day!);
        Assert.Equal("48c2a019-5598-4e16-b0f9-49e4ff27f5fb 01", $"{first.ServicePointId} {first.Channel}");
        Assert.Equal(
            [
                new(1, 20, "missing"), new(21, 21, "estimated", "8"), new(22, 22, "substituted", "7"),
                new(23, 96, "actual"),
            ],
            first.Quality);
        Assert.Equal([new QualityRun(1, 20, "actual"), new(21, 96, "missing")], last.Quality);
    }

    private static IEnumerable<KeyValuePair<long, long>> Present(ImportItem item)
    {
        var day = item.Day!;
        var midnight = new DateTimeOffset(day.Day.ToDateTime(default), TimeSpan.FromMinutes(day.OffsetMinutes));
        return day.Values
            .Select((value, index) => KeyValuePair.Create(
                midnight.ToUnixTimeSeconds() + (index * day.IntervalMinutes * 60L), value))
            .Where((_, index) => QualityAt(day.Quality, index + 1) != "missing");
    }

    private static string QualityAt(ImmutableArray<QualityRun> runs, int interval) =>
        runs.Single(run => run.First <= interval && interval <= run.Last).Quality;
}
