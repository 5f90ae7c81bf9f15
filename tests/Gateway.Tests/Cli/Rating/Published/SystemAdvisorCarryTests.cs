using System.Globalization;
using System.Text.Json;
using BillingActors.Gateway.Tests.RealData;
using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// First years with credits that are carried, capped and paid, as the tests of the utility rate calculator of NREL's
/// System Advisor Model expect (test/ssc_test/cmod_utilityrate5_test.cpp), by its house with solar power, hour by hour.
/// It allows ten cents; here each line of each month is rounded besides.
/// </summary>
public sealed class SystemAdvisorCarryTests : IDisposable
{
    private const decimal Allowed = 0.15m;

    private readonly PublishedRate _rate = new();

    // …_net_billing_carryover, …_april_reset, …_jan_reset, …_lower_sell_rate, …_inflow_outflow_apply_no_expire,
    // …_expire: what the year costs, what a month does, and what is paid in it.
    [Theory]
    [InlineData("", "next-bill", "01-01", "pay", -150.02, 12, -181.77)]
    [InlineData("", "next-bill", "05-01", "pay", -57.12, 4, -122.19)]
    [InlineData("", "next-bill", "02-01", "pay", 19.12)]
    [InlineData("0.05", "next-bill", "01-01", "pay", 136.77, 12, -21.80)]
    [InlineData("", "same-bill", "01-01", "pay", -150.02, 12, -150.02)]
    [InlineData("", "same-bill", "01-01", "forfeit", 0, 12, 0.0)]
    public async Task Credits_of_net_billing(
        string sold, string credit, string trueUp, string surplus, double year, int month = 12, double? paid = null)
    {
        var bills = await Rated(
            Bank(sold), $"net-metering-credit={credit} true-up={trueUp} net-metering-surplus={surplus}");

        AssertNear(year, bills.Sum(static bill => Sums(bill).Net));
        if (paid is { } amount)
            AssertNear(amount, PaidIn(bills[month - 1]));
    }

    // …_carryover_monthly_min: at least 10 a month, which credits do not lower. April costs just that.
    [Fact]
    public async Task A_minimum_each_month()
    {
        var least = Charge("minimum", "least", """ "per": "month", "amount": 10 """);

        var bills = await Rated(
            $"{Bank("")}, {least}", "net-metering-credit=next-bill true-up=01-01 net-metering-surplus=pay");

        AssertNear(-40.02, bills.Sum(static bill => Sums(bill).Net));
        AssertNear(10, Sums(bills[3]).Net);
        AssertNear(-181.77, PaidIn(bills[11]));
    }

    // …_carryover_annual_min: at least 100 a year, of which 68.25 are missing in December.
    [Fact]
    public async Task A_minimum_each_year()
    {
        var least = Charge("minimum", "least", """ "per": "year", "amount": 100, "trueUp": true """);

        var bills = await Rated(
            $"{Bank("")}, {least}", "net-metering-credit=next-bill true-up=01-01 net-metering-surplus=pay");

        AssertNear(-81.77, bills.Sum(static bill => Sums(bill).Net));
        AssertNear(0, Sums(bills[3]).Net);
        AssertNear(68.25, AmountOf(bills[11], "least"));
    }

    // …_net_metering_credits_in_may, …_no_credit, …_annual_minimum: netted as energy.
    [Theory]
    [InlineData("06-01", "0.02789", 36.6, 5, -50.28)]
    [InlineData("01-01", "0.02789", -11.9, 12, -75.9)]
    [InlineData("01-01", "0", 64.03, 12, 0)]
    public async Task Netted_energy(string trueUp, string price, double year, int month, double paid)
    {
        var bills = await Rated(Netted, $"true-up={trueUp} net-surplus-price={price}");

        AssertNear(year, bills.Sum(static bill => Sums(bill).Net));
        AssertNear(paid, PaidIn(bills[month - 1]));
    }

    [Fact]
    public async Task Netted_energy_costs_at_least_so_much_a_year()
    {
        var least = Charge("minimum", "least", """ "per": "year", "amount": 100, "trueUp": true """);

        var bills = await Rated($"{Netted}, {least}", "true-up=01-01");

        AssertNear(100, bills.Sum(static bill => Sums(bill).Net));
    }

    // …_april_reset: in April nothing is owed, and all is paid.
    [Fact]
    public async Task What_is_paid_is_the_bill()
    {
        var bills = await Rated(
            Bank(""), "net-metering-credit=next-bill true-up=05-01 net-metering-surplus=pay");

        AssertNear(-122.19, Sums(bills[3]).Net);
    }

    // Test_Commercial_Demand_Charges, without solar power: two tiers of demand in two periods.
    [Fact]
    public async Task A_business_by_time_of_use_and_demand()
    {
        var schedule = string.Join(", ", Enumerable.Range(1, 12).Select(static month =>
            $"[{string.Join(", ", Enumerable.Range(0, 24).Select(hour =>
                (month is >= 5 and <= 10 ? 0 : 2) + (hour is >= 15 and < 20 ? 0 : 1)))}]"));
        var weekend = string.Join(", ", Enumerable.Range(1, 12).Select(static month =>
            $"[{string.Join(", ", Enumerable.Repeat(month is >= 5 and <= 10 ? 1 : 3, 24))}]"));
        static string Twelve(string hours) => string.Join(", ", Enumerable.Repeat($"[{hours}]", 12));
        var peak = string.Join(", ", Enumerable.Range(0, 24).Select(static hour => hour is >= 15 and < 20 ? 0 : 1));
        var rate = $$"""
            { "energyratestructure": [[{ "rate": 0.05 }], [{ "rate": 0.075 }], [{ "rate": 0.06 }], [{ "rate": 0.05 }]],
              "energyweekdayschedule": [{{schedule}}], "energyweekendschedule": [{{weekend}}],
              "demandratestructure": [[{ "max": 100, "rate": 20 }, { "rate": 15 }],
                [{ "max": 100, "rate": 10 }, { "rate": 5 }]],
              "demandweekdayschedule": [{{Twelve(peak)}}],
              "demandweekendschedule": [{{Twelve(string.Join(", ", Enumerable.Repeat("1", 24)))}}],
              "fixedchargefirstmeter": 30, "fixedchargeunits": "$/month" }
            """;

        var bills = await Bills(
            "--tariff", _rate.File("rate.json", rate), "--usage",
            ReferenceFolder.File("nrel-loads", "ssc_load_commercial.csv"), "--start", "2007-01-01", "--interval", "60");

        AssertNear(104_614.5, bills.EnumerateArray().Sum(static bill => Sums(bill).Net));
    }

    public void Dispose() => _rate.Dispose();

    private static void AssertNear(double expected, decimal actual) =>
        Assert.InRange(actual, (decimal)expected - Allowed, (decimal)expected + Allowed);

    private async Task<List<JsonElement>> Rated(string charges, string settings)
    {
        var made = Column("ssc_gen_1_yr_residential.csv");
        var hours = Column("ssc_residential_load_hourly.csv").Zip(made, static (use, made) => string.Create(
            CultureInfo.InvariantCulture,
            $"{decimal.Round(decimal.Max(use - made, 0m), 9)},{decimal.Round(decimal.Max(made - use, 0m), 9)}"));
        var bills = await Bills(
        [
            "--tariff", _rate.Tariff(charges, Calendar), "--usage",
            _rate.File("load.csv", "import,export\n" + string.Join('\n', hours)),
            "--start", "2007-01-01", "--interval", "60", .. Set(settings),
        ]);
        return [.. bills.EnumerateArray()];
    }

    // What the bank pays at the true-up, after the credits that are put away or used.
    private static decimal PaidIn(JsonElement bill) => bill.GetProperty("lines").EnumerateArray()
        .Where(static line => line.GetProperty("code").GetString() is "bank")
        .Select(static line => Number(line.GetProperty("amount").GetString()!))
        .Where(static amount => amount < 0m).LastOrDefault();

    private static decimal AmountOf(JsonElement bill, string code) => bill.GetProperty("lines").EnumerateArray()
        .Where(line => line.GetProperty("code").GetString() == code)
        .Sum(static line => Number(line.GetProperty("amount").GetString()!));

    private static string Bank(string sold) => string.Join(", ",
        Charge("usage", "use", $$""" "direction": "import", "unit": "kWh", "price": {{Hours("")}} """),
        Charge("usage", "feed-in", $$""" "direction": "export", "unit": "kWh", "price": {{Hours(sold)}} """),
        Charge("net-metering", "bank", """ "bank": "money" """));

    private static string Netted => string.Join(", ",
        Charge("net-metering", "bank", """
            "bank": "energy", "calendar": "hours", "season": "same-hours", "surplus": "pay-net-use"
            """),
        Charge("usage", "use", $$"""
            "direction": "import", "unit": "kWh", "netted": "bank", "price": {{Hours("")}}
            """));

    private static string Hours(string price)
    {
        var prices = "low:0.10 day:0.05 evening:0.20 summer:0.25".Split(' ').Select(one => $$"""
            { "period": "{{one.Split(':')[0]}}",
              "price": { "kind": "flat", "price": {{(price.Length > 0 ? price : one.Split(':')[1])}} } }
            """);
        return $$"""{ "kind": "time-of-use", "calendar": "hours", "prices": [{{string.Join(", ", prices)}}] }""";
    }

    private const string Calendar = """
        , "calendars": [{ "id": "hours",
          "seasons": [{ "name": "summer", "from": "05-01" }, { "name": "winter", "from": "11-01" }],
          "rules": [
            { "season": "winter", "days": ["weekday"], "from": "10:00", "until": "15:00", "period": "day" },
            { "season": "winter", "days": ["weekday"], "from": "15:00", "until": "20:00", "period": "evening" },
            { "season": "summer", "days": ["weekday"], "from": "15:00", "until": "20:00", "period": "summer" }],
          "otherwise": "low" }]
        """;

    private static List<decimal> Column(string file) =>
        [.. File.ReadLines(ReferenceFolder.File("nrel-loads", file)).Select(static line =>
            decimal.Parse(line.Trim('\uFEFF', ' '), NumberStyles.Float, CultureInfo.InvariantCulture))];
}
