using System.Globalization;
using System.Text.Json;
using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// Statements and years of customers in California, as open calculators reproduce them: tariffkit
/// (github.com/eman/tariffkit, tests) from statements of Pacific Gas and Electric and MCE, and Bellawatt's engine
/// (github.com/bellawatt/electric-rate-engine, src/rateEngine/**/__tests__) from rates of Southern California Edison.
/// </summary>
public sealed class CaliforniaRateTests : IDisposable
{
    // test_ev2a.py: April 2026, rate EV2-A of 29 days; test_billing.py: July 2026, rate E-ELEC of 27 days.
    private const string April = "2026-04-01..2026-04-30";
    private const string AprilUse = """
        { "import": { "peak": 1.084, "part": 0.930, "off": 374.166, "total": 376.180 } }
        """;
    private const string July = "2026-07-02..2026-07-29";
    private const string JulyUse = """
        { "import": { "peak": 0.458, "part": 0.228, "off": 22.903, "total": 23.589 }, "export": { "total": 180.68 } }
        """;
    private const string Accrued = """
        { "kind": "usage", "code": "acc", "text": "acc", "taxCategory": "none",
          "direction": "export", "unit": "kWh", "price": { "kind": "flat", "price": 0.00880 } }
        """;

    private readonly PublishedRate _rate = new();

    [Theory]
    // Delivery, the base services charge; generation of MCE less its relief of 0.62 cents.
    [InlineData(April, AprilUse, "0.41099 0.39428 0.22558", "", "", "85.22")]
    [InlineData(April, AprilUse, "", "day 0.79343", "", "23.01")]
    [InlineData(April, AprilUse, "0.13143 0.11894 0.09546", "kWh/relief :-0.00620", "", "33.64")]
    // July has parts of cents, which the statement adds up before it rounds.
    [InlineData(July, JulyUse, "0.59123 0.42935 0.37267", "", "line-rounding=charge", "8.90")]
    [InlineData(July, JulyUse, "", "day 0.79343", "", "21.42")]
    [InlineData(July, JulyUse, "", Accrued, "", "-1.59")]
    public async Task Statements_of_Pacific_Gas_and_Electric(
        string days, string use, string prices, string others, string settings, string total)
    {
        const string Calendar = """
            , "calendars": [{ "id": "hours", "rules": [{ "from": "15:00", "until": "16:00", "period": "part" },
              { "from": "16:00", "until": "21:00", "period": "peak" },
              { "from": "21:00", "until": "24:00", "period": "part" }], "otherwise": "off" }]
            """;
        var charges = others.Length == 0 ? [] : PublishedMeter.Charges(others);
        if (prices.Length > 0)
            charges = charges.Prepend(TimeOfUse(prices, "peak part off"));
        var usage = _rate.File("usage.json", $$"""
            { "periods": [{ "from": "{{days[..10]}}", "to": "{{days[12..]}}", "quantities": {{use}} }] }
            """);

        var bills = await Bills(
        [
            "--tariff", _rate.Tariff(string.Join(", ", charges), Calendar), "--usage", usage, "--cycle", days,
            .. Set(settings),
        ]);

        Assert.Equal(Number(total), Sums(bills[0]).Total);
    }

    // rates/calcTOU_EV_7_costs.test.ts, …_8, …_9: charging of a year of 8,760 hours, in which clocks are changed; the
    // first of them has less in the early afternoon.
    [Theory]
    [InlineData("0", "0.6609 0.40084 0.25369 0.47493 0.27445 0.14253", 18, "59678.70442")]
    [InlineData("228.13", "0.69592 0.39786 0.23294 0.44997 0.24897 0.12406", 118, "83270.38374")]
    [InlineData("434.84", "0.55751 0.34658 0.19465 0.39583 0.20708 0.11499", 118, "73835.29530")]
    public async Task Charging_of_vehicles_at_Southern_California_Edison(
        string month, string prices, int afternoon, string year)
    {
        const string Seasons = """
            , "calendars": [{ "id": "hours",
              "seasons": [{ "name": "summer", "from": "06-01" }, { "name": "winter", "from": "10-01" }],
              "rules": [
                { "season": "summer", "days": ["weekday"], "from": "16:00", "until": "21:00", "period": "peak" },
                { "season": "summer", "days": ["weekend"], "from": "16:00", "until": "21:00", "period": "mid" },
                { "season": "summer", "from": "00:00", "until": "16:00", "period": "off" },
                { "season": "summer", "from": "21:00", "until": "24:00", "period": "off" },
                { "season": "winter", "from": "16:00", "until": "21:00", "period": "winter-mid" },
                { "season": "winter", "from": "08:00", "until": "16:00", "period": "winter-super" }],
              "otherwise": "winter-off" }]
            """;
        int[] day =
        [
            .. Enumerable.Repeat(42, 5), .. Enumerable.Repeat(30, 8), .. Enumerable.Repeat(afternoon, 3),
            0, 0, 20, 0, 0, 42, 42, 42,
        ];
        var energy = TimeOfUse(prices, "peak mid off winter-mid winter-off winter-super");
        var charges = string.Join(", ", PublishedMeter.Charges($"month {month}").Append(energy));

        var bills = await Hours(
            charges, Enumerable.Range(0, 8760).Select(hour => day[hour % 24]), 2025, Seasons, "America/Los_Angeles");

        Assert.Equal(Number(year), Exact(bills));
    }

    // DemandTiersInMonths.test.ts: a load of 1 kW with one hour of each month that is higher; from 1 kW on, up to it,
    // and from 1 to 5 kW.
    [Theory]
    [InlineData("1:0 :1", "1 4 19 14 11 16 3 7 29 9 3 14")]
    [InlineData("1:1 :0", "1 1 1 1 1 1 1 1 1 1 1 1")]
    [InlineData("1:0 5:1 :0", "1 4 4 4 4 4 3 4 4 4 3 4")]
    public async Task Demand_in_tiers_of_Bellawatt(string steps, string months)
    {
        int[] highest = [2, 5, 20, 15, 12, 17, 4, 8, 30, 10, 4, 15];
        var charge = Charge("demand", "demand", $$"""
            "direction": "import", "unit": "kW", "windowMinutes": 60, "price": {{PublishedMeter.PriceOf(steps)}}
            """);

        var bills = await Hours(
            charge,
            Enumerable.Range(0, 8760).Select(hour => hour % 720 == 240 && hour < 8640 ? highest[hour / 720] : 1), 2019);

        Assert.Equal(
            months.Split(' ').Select(Number), bills.EnumerateArray().Select(static bill => Sums(bill).Net));
    }

    // RateCalculator.test.ts and RateElement.SurchargeAsPerecent.test.ts: a year of two fixed charges; and 10 % of 10 a
    // month and 8,760 kWh.
    [Theory]
    [InlineData("month/a 10; month/b 20", 0, "", "360")]
    [InlineData("month 10; kWh :1; percent 10", 1, "percent", "888")]
    [InlineData("month 10; kWh :1; percent 10 of month", 1, "percent", "12")]
    public async Task Years_of_Bellawatt(string charges, int load, string code, string total)
    {
        var bills = await Hours(
            string.Join(", ", PublishedMeter.Charges(charges)), Enumerable.Repeat(load, 8760), 2019);

        Assert.Equal(Number(total), bills.EnumerateArray()
            .SelectMany(static bill => bill.GetProperty("lines").EnumerateArray())
            .Where(line => code.Length == 0 || line.GetProperty("code").GetString() == code)
            .Sum(static line => Number(line.GetProperty("amount").GetString()!)));
    }

    // DailyDemandAveraged.test.ts: the mean of the highest hours of three days, 15 of 20, 13 and 12 kW. Here who knows
    // the hours names them as events; which they are is not found out.
    [Fact]
    public async Task Mean_of_three_days_that_are_named()
    {
        var charge = Charge("demand", "demand", """
            "direction": "import", "unit": "kW", "windowMinutes": 60, "basis": "coincident", "combine": "mean",
            "events": "highest", "price": { "kind": "flat", "price": 1 }
            """);
        const string Named = """
            , "events": [{ "id": "highest", "events": [{ "day": "2019-01-01", "from": "14:00", "until": "15:00" },
              { "day": "2019-01-02", "from": "13:00", "until": "14:00" },
              { "day": "2019-01-03", "from": "13:00", "until": "14:00" }] }]
            """;
        var loads = new Dictionary<int, int> { [13] = 15, [14] = 20, [37] = 13, [61] = 12, [85] = 11 };

        var bills = await Hours(
            charge, Enumerable.Range(0, 744).Select(hour => loads.GetValueOrDefault(hour, 1)), 2019, Named);

        Assert.Equal(15m, Sums(bills[0]).Net);
    }

    public void Dispose() => _rate.Dispose();

    private static string TimeOfUse(string prices, string periods)
    {
        var priced = prices.Split(' ').Zip(periods.Split(' '), static (price, period) =>
            $$"""{ "period": "{{period}}", "price": { "kind": "flat", "price": {{price}} } }""");
        return Charge("usage", "energy", $$"""
            "direction": "import", "unit": "kWh",
            "price": { "kind": "time-of-use", "calendar": "hours", "prices": [{{string.Join(", ", priced)}}] }
            """);
    }

    private Task<JsonElement> Hours(
        string charges, IEnumerable<int> hours, int year, string members = "", string zone = "UTC") => Bills(
        "--tariff", _rate.Tariff(charges, members), "--start", $"{year}-01-01", "--interval", "60", "--zone", zone,
        "--usage", _rate.File("hours.txt", string.Join(
            '\n', hours.Select(static hour => hour.ToString(CultureInfo.InvariantCulture)))));
}
