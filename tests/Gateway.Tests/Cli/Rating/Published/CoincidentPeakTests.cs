using System.Globalization;
using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// Demand at the peaks of a system, which sets what a whole later year costs, as those who explain such tags to
/// customers work it out; each names whose it is. The load is 100 kW, but for the hours of the peaks.
/// </summary>
public sealed class CoincidentPeakTests : IDisposable
{
    private static readonly string[] FourPeaks =
        ["2023-06-27T16", "2023-07-31T16", "2023-08-10T17", "2023-09-08T16"];

    private static readonly string[] FivePeaks =
        ["2016-07-25T15", "2016-07-27T16", "2016-08-10T16", "2016-08-11T15", "2016-08-12T15"];

    private readonly PublishedRate _rate = new();

    [Theory]
    // NFM Consulting (nfmconsulting.com, ERCOT 4CP): 10 MW at 50 and 150 a kW and year, or 2 MW at the peaks.
    [InlineData("10000 10000 10000 10000", 50, 500_000)]
    [InlineData("10000 10000 10000 10000", 150, 1_500_000)]
    [InlineData("2000 2000 2000 2000", 50, 100_000)]
    [InlineData("2000 2000 2000 2000", 150, 300_000)]
    // Energy Tariff Experts (ERCOT 4CP, 2013): a MW costs 25,000, in one of four peaks 6,250.
    [InlineData("1000 1000 1000 1000", 25, 25_000)]
    [InlineData("1000 0 0 0", 25, 6_250)]
    public async Task Four_peaks_of_a_summer_set_the_next_calendar_year(string peaks, int price, int year)
    {
        var bills = await Years(2023, FourPeaks, peaks, price, billedFrom: "01-01");

        // Seven months of 2023 have no summer before them, the last five of 24 are not of the year either.
        Assert.Equal(Enumerable.Repeat(0m, 7), bills[..7]);
        Assert.InRange(bills[7..19].Sum(), year - 0.06m, year + 0.06m);
        // The summer after it has no peaks; so nothing is known of it.
        Assert.Equal(Enumerable.Repeat(0m, 5), bills[19..]);
    }

    // CEA (ceateam.com, Peak Load Contribution): 200 kW in summer 2016 count from June 2017 on; with the factors of the
    // zone they cost 12,457 a year.
    [Fact]
    public async Task Five_peaks_of_a_summer_set_the_next_delivery_year()
    {
        var bills = await Years(2016, FivePeaks, "250 150 200 220 180", 12_457m / 200m, billedFrom: "06-01");

        Assert.Equal(Enumerable.Repeat(0m, 12), bills[..12]);
        Assert.InRange(bills[12..].Sum(), 12_456.94m, 12_457.06m);
    }

    // Live Energy (4CP warning of 2012): 2.37 a kW and month at Oncor, 2.09 at CenterPoint; a MW is some 25,000.
    [Theory]
    [InlineData(2.37, 28_440)]
    [InlineData(2.09, 25_080)]
    public async Task A_tag_that_somebody_else_worked_out_is_given(double price, int year)
    {
        var usage = _rate.File("usage.txt", string.Join('\n', Enumerable.Repeat("100", 31 * 24)));

        var bills = await Bills(
            "--tariff", _rate.Tariff(Demand((decimal)price, "01-01"), Events([])), "--usage", usage,
            "--start", "2013-01-01", "--interval", "60", "--set", "prior-events=2012-06-26T16:00=1000");

        Assert.Equal(year, Sums(bills[0]).Net * 12);
    }

    // REopt, test/scenarios/coincident_peak.json: 1 kW all year; steps 1, 2 and 100 cost 10 a kW, steps 6000 and 7000
    // cost 5, each once at its highest. And 5, 7, 6 at 10 with 1, 3 at 20, as who replays its charges has it.
    [Theory]
    [InlineData("", "15")]
    [InlineData("5 7 1 6 1 1 1 1 3", "130")]
    public async Task Groups_of_hours_have_prices_of_their_own(string first, string total)
    {
        var isFlat = first.Length == 0;
        string[] groups = isFlat
            ? ["2022-01-01T00 2022-01-01T01 2022-01-05T03", "2022-09-07T23 2022-10-19T15"]
            : ["2022-01-01T00 2022-01-01T01 2022-01-01T03", "2022-01-01T07 2022-01-01T08"];
        var charges = groups.Select((_, index) => Charge("demand", $"peak{index}", $$"""
            "direction": "import", "unit": "kW", "windowMinutes": 60, "basis": "coincident", "events": "e{{index}}",
            "combine": "highest",
            "price": { "kind": "flat", "price": {{(isFlat ? 10 - (5 * index) : 10 + (10 * index))}} }
            """));
        var events = groups.Select(static (hours, index) =>
            $$"""{ "id": "e{{index}}", "events": [{{string.Join(", ", hours.Split(' ').Select(EventOf))}}] }""");
        var values = first.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Concat(Enumerable.Repeat("1", 8760)).Take(8760);

        var bills = await Bills(
            "--tariff", _rate.Tariff(string.Join(", ", charges), $", \"events\": [{string.Join(", ", events)}]"),
            "--usage", _rate.File("usage.txt", string.Join('\n', values)),
            "--start", "2022-01-01", "--interval", "60", "--cycle", "2022-01-01..2023-01-01");

        Assert.Equal(Number(total), Sums(bills[0]).Net);
    }

    // Two years from June on, a bill each month; the price is for a year.
    private async Task<decimal[]> Years(int first, string[] events, string peaks, decimal price, string billedFrom)
    {
        var begin = new DateTime(first, 6, 1, 0, 0, 0, DateTimeKind.Unspecified);
        var demands = peaks.Split(' ').Zip(events).ToDictionary(
            static pair => DateTime.ParseExact(pair.Second, "yyyy-MM-dd'T'HH", CultureInfo.InvariantCulture),
            static pair => pair.First);
        var hours = (int)(begin.AddYears(2) - begin).TotalHours;
        var usage = _rate.File("usage.txt", string.Join('\n', Enumerable.Range(0, hours).Select(hour =>
            demands.GetValueOrDefault(begin.AddHours(hour), "100"))));
        var bills = await Bills(
            "--tariff", _rate.Tariff(Demand(price / 12m, billedFrom), Events(events)), "--usage", usage,
            "--start", $"{first}-06-01", "--interval", "60", "--set", "coincident-first-year=none");
        return [.. bills.EnumerateArray().Select(static bill => Sums(bill).Net)];
    }

    public void Dispose() => _rate.Dispose();

    private static string Demand(decimal price, string billedFrom) => Charge("demand", "tag", string.Create(
        CultureInfo.InvariantCulture, $$"""
            "direction": "import", "unit": "kW", "windowMinutes": 60, "basis": "coincident", "events": "peaks",
            "combine": "mean",
            "lookBack": { "measured": { "from": "06-01", "until": "10-01" }, "billedFrom": "{{billedFrom}}" },
            "price": { "kind": "flat", "price": {{decimal.Round(price, 10)}} }
            """));

    private static string Events(string[] peaks) => $$"""
        , "events": [{ "id": "peaks", "events": [{{string.Join(", ", peaks.Select(EventOf))}}] }]
        """;

    private static string EventOf(string peak)
    {
        var hour = int.Parse(peak[^2..], CultureInfo.InvariantCulture);
        return $$"""{ "day": "{{peak[..10]}}", "from": "{{hour:00}}:00", "until": "{{hour + 1:00}}:00" }""";
    }
}
