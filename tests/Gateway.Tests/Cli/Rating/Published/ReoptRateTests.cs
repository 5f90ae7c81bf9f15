using System.Globalization;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// Yearly charges that the tests of NREL's REopt expect of its rates and loads by the hour (test/runtests.jl, "Rate
/// Structures" and leap years), from rates as the U.S. Utility Rate Database writes them.
/// </summary>
public sealed class ReoptRateTests : IDisposable
{
    private const int HoursOfYear = 8760;

    private readonly PublishedMeter _meter = new();

    // 100 kW in one hour of January and 1 kW in all others; 10.50 in six cold months, 11.50 in six warm ones; 35 %.
    [Theory]
    [InlineData(""" "lookbackpercent": 0.35, "lookbackrange": 0 """)]
    [InlineData(""" "demandratchetpercentage": [35, 35, 35, 35, 35, 35, 35, 35, 35, 35, 35, 35] """)]
    public async Task Each_month_looks_back_at_the_highest(string members)
    {
        var rate = $$"""
            { "flatdemandstructure": [[{ "rate": 11.5 }], [{ "rate": 10.5 }]],
              "flatdemandmonths": [1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1], {{members}} }
            """;

        var bills = await _meter.Year(rate, 2022, Load(1m, (7, 100m)));

        decimal[] expected =
        [
            1050m, 367.5m, 367.5m, 367.5m, 402.5m, 402.5m, 402.5m, 402.5m, 402.5m, 402.5m, 367.5m, 367.5m,
        ];
        Assert.Equal(expected, bills);
        Assert.Equal(100m * (10.5m + (0.35m * 10.5m * 5m) + (0.35m * 11.5m * 6m)), bills.Sum());
    }

    // Peaks of 200 in January, 400 in April, 500 in June and 300 in December, else 100; 75 % of January, April and
    // December, or of the six months before. REopt takes its one year for the year before too.
    [Theory]
    [InlineData(
        """ "lookbackmonths": [1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1] """,
        "300 300 300 400 300 500 300 300 300 300 300 300")]
    [InlineData(""" "lookbackrange": 6 """, "225 225 225 400 300 500 375 375 375 375 375 375")]
    public async Task Some_months_are_looked_back_at(string members, string billed)
    {
        decimal[] prices = [10, 10, 20, 50, 20, 10, 20, 20, 20, 20, 20, 5];
        var structure = string.Join(", ", prices.Select(static price =>
            string.Create(CultureInfo.InvariantCulture, $$"""[{ "rate": {{price}} }]""")));
        var rate = $$"""
            { "flatdemandstructure": [{{structure}}], "flatdemandmonths": [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
              "lookbackpercent": 0.75, {{members}} }
            """;

        var bills = await _meter.Year(
            rate, 2022, Load(100m, (21, 200m), (2402, 400m), (4087, 500m), (8332, 300m)),
            "prior-peaks=2021-04:400,2021-06:500,2021-07:100,2021-08:100,2021-12:300");

        var expected = billed.Split(' ').Select(PublishedRate.Number).Zip(prices, static (kW, price) => kW * price);
        Assert.Equal(expected, bills);
    }

    // A million kWh in even hours: 50 kW are free, others cost 12; the kWh 0.10 up to 40,000, then 0.12.
    [Fact]
    public async Task Demand_in_tiers()
    {
        const decimal Even = 1_000_000m / HoursOfYear;
        const string Rate = """
            { "demandratestructure": [[{ "rate": 0, "max": 50 }, { "rate": 12 }]] }
            """;

        var bills = await _meter.Year(Rate, 2023, Load(decimal.Round(Even, 6)));

        Assert.InRange(bills.Sum(), (12m * (Even - 50m) * 12m) - 1m, (12m * (Even - 50m) * 12m) + 1m);
    }

    // 10 kW in one hour: Sunday the fifth of March 2023, or Monday the fourth in the leap year 2024.
    [Theory]
    [InlineData(2023, "183.30")]
    [InlineData(2024, "284.10")]
    public async Task A_leap_year_keeps_its_weekdays(int year, string total)
    {
        static string Schedule(string hours) => string.Join(", ", Enumerable.Repeat($"[{hours}]", 12));
        var allDay = string.Join(", ", Enumerable.Repeat("0", 24));
        var day = Enumerable.Range(0, 24).ToArray();
        var afternoon = string.Join(", ", day.Select(static hour => hour is >= 14 and < 19 ? 1 : 0));
        var daytime = string.Join(", ", day.Select(static hour => hour is >= 7 and < 20 ? 1 : 0));
        var rate = $$"""
            { "energyratestructure": [[{ "rate": 0.28 }], [{ "rate": 0.36 }]],
              "energyweekdayschedule": [{{Schedule(daytime)}}], "energyweekendschedule": [{{Schedule(allDay)}}],
              "demandratestructure": [[{ "rate": 0 }], [{ "rate": 10 }]],
              "demandweekdayschedule": [{{Schedule(afternoon)}}], "demandweekendschedule": [{{Schedule(allDay)}}],
              "flatdemandstructure": [[{ "rate": 18.05 }]] }
            """;
        var hours = year % 4 == 0 ? HoursOfYear + 24 : HoursOfYear;

        var bills = await _meter.Year(rate, year, Load(0m, hours, ((31 + 29 + 3) * 24 + 15, 10m)));

        Assert.Equal(PublishedRate.Number(total), bills.Sum());
    }

    // The same: 10 kW on 28 February and a day later, which is the first of March but in a leap year.
    [Theory]
    [InlineData(2023, "361")]
    [InlineData(2024, "180.50")]
    public async Task A_leap_year_has_a_longer_February(int year, string total)
    {
        const string Rate = """{ "flatdemandstructure": [[{ "rate": 18.05 }]] }""";
        var hours = year % 4 == 0 ? HoursOfYear + 24 : HoursOfYear;

        var bills = await _meter.Year(
            Rate, year, Load(0m, hours, (((31 + 27) * 24) + 7, 10m), (((31 + 28) * 24) + 7, 10m)));

        Assert.Equal(PublishedRate.Number(total), bills.Sum());
    }

    // Blended tariff: 10,000 kWh in even hours at 0.10, and 10 for each kW of a month.
    [Fact]
    public async Task A_blended_tariff()
    {
        const string Rate = """
            { "energyratestructure": [[{ "rate": 0.1 }]], "flatdemandstructure": [[{ "rate": 10 }]] }
            """;

        var bills = await _meter.Year(Rate, 2023, Load(decimal.Round(10_000m / HoursOfYear, 9)));

        // 1,000 and 136.99; each month is rounded.
        Assert.InRange(bills.Sum(), 1136.99m - 0.06m, 1136.99m + 0.06m);
    }

    public void Dispose() => _meter.Dispose();

    private static IEnumerable<decimal> Load(decimal level, params (int Hour, decimal Value)[] others) =>
        Load(level, HoursOfYear, others);

    private static IEnumerable<decimal> Load(decimal level, int hours, params (int Hour, decimal Value)[] others) =>
        Enumerable.Range(0, hours).Select(hour =>
            Array.FindIndex(others, other => other.Hour == hour) is var at && at >= 0 ? others[at].Value : level);
}
