using System.Globalization;
using System.IO.Compression;
using BillingActors.Gateway.Tests.RealData;
using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// First years that the tests of the utility rate calculator of NREL's System Advisor Model expect
/// (test/ssc_test/cmod_utilityrate5_test.cpp), from its own loads by the hour and by the quarter of an hour. It allows
/// ten cents; here each line of each month is rounded besides.
/// </summary>
public sealed class SystemAdvisorYearTests : IDisposable
{
    private const decimal Allowed = 0.15m;
    private const string TrueUp =
        "net-metering-season=same-hours net-metering-surplus=pay-net-use true-up=01-01 net-surplus-price=0.02789";

    private readonly PublishedRate _rate = new();

    private static readonly decimal[] HousePrices = [0.10m, 0.05m, 0.20m, 0.25m];

    [Theory]
    // utility_bill_wo_sys_year1: without solar power.
    [InlineData("load", 771.8)]
    [InlineData("load15", 771.8)]
    public async Task A_house_by_time_of_use(string load, double year) =>
        await AssertYear(House(), load, (decimal)year);

    [Theory]
    // Test_Residential_TOU_Rates, …_subhourly_gen, …_subhourly_gen_and_load: netted as energy, the true-up pays.
    [InlineData("net", -11.9)]
    [InlineData("net15", -27.94)]
    [InlineData("net-mixed", -27.94)]
    public async Task Netted_energy(string load, double year) =>
        await AssertYear(House(members: """ "dgrules": "Net Metering" """), load, (decimal)year, TrueUp);

    [Theory]
    // …_net_billing and …_net_billing_subhourly_gen_and_load: what is fed in is worth nothing.
    [InlineData("net15", false, 441.4)]
    [InlineData("net-mixed", false, 441.4)]
    // …_w_sell_rates: it is paid at the price of use, interval by interval.
    [InlineData("net", true, -150.02)]
    [InlineData("net15", true, -156.95)]
    // …_buyall_sellall: two meters. What the inverter takes at night SAM counts as sold less than nothing; here it is
    // bought.
    [InlineData("two-meters", true, -157.0)]
    public async Task Net_billing(string load, bool isPaid, double year) =>
        await AssertYear(House(isPaid, """ "dgrules": "Net Billing Hourly" """), load, (decimal)year);

    [Theory]
    // …_w_tiers: 11.7 kWh a day in summer, 11.96 in winter, shared over the hours of the day.
    [InlineData("load", 1839.7, "")]
    [InlineData("net", 286.2, TrueUp)]
    public async Task Tiers_per_day_in_six_periods(string load, double year, string settings)
    {
        decimal[] first = [0.31868m, 0.26425m, 0.21035m, 0.23241m, 0.22394m, 0.21454m];
        decimal[] then = [0.50884m, 0.45441m, 0.40051m, 0.40853m, 0.40006m, 0.39066m];
        var structure = first.Select((price, index) => string.Create(CultureInfo.InvariantCulture, $$"""
            [{ "max": {{(index < 3 ? 11.7m : 11.96m)}}, "unit": "kWh daily", "rate": {{price}} },
             { "unit": "kWh daily", "rate": {{then[index]}} }]
            """));
        const string Winter = "6x6 5x10 4x5 5x3";
        const string Spring = "6x6 5x4 6x4 5x2 4x5 5x3";
        var rate = Rate(
            structure,
            Months((2, Winter), (2, Spring), (1, Winter), (5, "3x6 2x10 1x5 2x3"), (2, Winter)),
            Months((5, "6x14 5x2 4x5 5x3"), (5, "3x14 2x2 1x5 2x3"), (2, "6x14 5x2 4x5 5x3")),
            """ "dgrules": "Net Metering" """);

        await AssertYear(rate, load, (decimal)year, settings);
    }

    [Theory]
    // …_w_36_periods, most of them an hour of January or February long.
    [InlineData("load", 475.56)]
    [InlineData("net", -173.25)]
    public async Task Thirty_six_periods(string load, double year)
    {
        var prices = Enumerable.Range(1, 36).Select(static period => period switch
        {
            1 => 0.10m,
            36 => 0.25m,
            _ => period % 2 == 0 ? 0.05m : 0.20m,
        });
        var rate = Rate(
            prices.Select(static price => Paid(price, isSold: true)),
            Months(
                (1, "36x1 2x2 34x1 2x3 33x1 32x1 31x1 29x1 27x1 28x1 25x1 26x1 24x1 23x1 22x1 21x1 20x1 19x1 18x1 17x1"
                    + " 16x1"),
                (1, "15x1 14x1 13x1 12x1 11x1 10x1 9x1 8x1 7x1 6x1 5x1 4x1 2x12"),
                (3, "2x24"), (4, "1x24"), (3, "2x24")),
            Months((1, "2x6 20x1 2x5 23x1 2x3 25x1 2x3 29x1 2x1 32x1 2x1"), (4, "2x24"), (4, "1x24"), (3, "2x24")),
            """ "dgrules": "Net Billing Hourly" """);

        await AssertYear(rate, load, (decimal)year);
    }

    [Fact]
    public async Task Seven_tiers_of_a_business()
    {
        // Test_Commercial_Energy_Tiers_net_billing: April has 10,000 kWh in each of five tiers, then 3,014.93.
        var tiers = Enumerable.Range(1, 7).Select(static tier => string.Create(CultureInfo.InvariantCulture,
            $$"""{ {{(tier < 7 ? $"\"max\": {tier * 10_000}, " : "")}}"rate": {{tier * 0.05m}} }"""));
        var rate = $$"""
            { "energyratestructure": [[{{string.Join(", ", tiers)}}]],
              "fixedchargefirstmeter": 30, "fixedchargeunits": "$/month" }
            """;

        var april = (await Bills(rate, "business"))[3];

        Assert.Equal(30m + 500m + 1000m + 1500m + 2000m + 2500m + decimal.Round(3014.93m * 0.30m, 2), april);
    }

    [Fact]
    public async Task Hours_of_use_of_a_billing_demand_that_looks_back()
    {
        // Test_seasonal_per_kw_charge_w_no_demand_charge, July: blocks of hours of 95 % of the demand of June.
        var charges = string.Join(", ",
            Charge("fixed", "fixed", """ "per": "month", "price": 21 """),
            Charge("demand", "demand", """
                "direction": "import", "unit": "kW", "windowMinutes": 60, "least": 100,
                "price": { "kind": "flat", "price": 0 },
                "ratchet": { "months": 12, "percents": [60, 60, 60, 60, 60, 95, 95, 95, 95, 60, 60, 60],
                  "wholeIn": [6, 7, 8, 9] }
                """),
            Charge("usage", "energy", """
                "direction": "import", "unit": "kWh", "price": { "kind": "hours-use", "demandCharge": "demand",
                  "steps": [
                    { "upTo": 200, "steps": [
                      { "upTo": 3000, "price": 0.132655 }, { "upTo": 10000, "price": 0.120303 },
                      { "upTo": 200000, "price": 0.102607 }, { "price": 0.079109 }] },
                    { "upTo": 400, "price": 0.013627 }, { "upTo": 600, "price": 0.010275 }, { "price": 0.00771 }] }
                """));
        var bills = await PublishedRate.Bills(
            "--tariff", _rate.Tariff(charges), "--usage", Load("large-business"),
            "--start", "2007-01-01", "--interval", "60", "--to", "2007-08-01");

        Assert.Equal(17755.29m, Sums(bills[6]).Net);
    }

    [Theory]
    // test/shared_test/lib_utility_rate_test.cpp, test_demand_charges_crossing_months and
    // test_changing_rates_crossing_months: 100 and 50 kWh end a month, 50 and 25 begin the next.
    [InlineData("2007-01-31", 1511.25)]
    [InlineData("2007-04-30", 1513.13)]
    public async Task Hours_around_the_turn_of_a_month(string start, double total)
    {
        const string Winter = "4x15 3x5 4x4";
        var rate = Rate(
            [Paid(0.05m, false), Paid(0.075m, false), Paid(0.06m, false), Paid(0.05m, false)],
            Months((4, Winter), (6, "2x15 1x5 2x4"), (2, Winter)), Months((4, "4x24"), (6, "2x24"), (2, "4x24")),
            $$"""
                "demandratestructure": [[{ "max": 100, "rate": 20 }, { "rate": 15 }],
                  [{ "max": 100, "rate": 10 }, { "rate": 5 }]],
                "demandweekdayschedule": [{{Months((12, "2x15 1x5 2x4"))}}],
                "demandweekendschedule": [{{Months((12, "2x24"))}}]
                """);
        var hours = Enumerable.Range(0, 48).Select(static hour => hour switch
        {
            22 => 100m,
            23 or 24 => 50m,
            25 => 25m,
            _ => 0m,
        });

        var bills = await PublishedRate.Bills(
            "--tariff", _rate.File("rate.json", rate), "--usage", Taken(hours), "--start", start, "--interval", "60",
            "--set", "demand-part=whole");

        Assert.Equal((decimal)total, bills.EnumerateArray().Sum(static bill => Sums(bill).Net));
    }

    public void Dispose() => _rate.Dispose();

    private async Task AssertYear(string rate, string load, decimal year, string settings = "") =>
        Assert.InRange((await Bills(rate, load, settings)).Sum(), year - Allowed, year + Allowed);

    private async Task<decimal[]> Bills(string rate, string load, string settings = "")
    {
        var interval = load is "load" or "net" or "business" ? "60" : "15";
        var bills = await PublishedRate.Bills(
        [
            "--tariff", _rate.File("rate.json", rate), "--usage", Load(load),
            "--start", "2007-01-01", "--interval", interval, .. Set(settings),
        ]);
        return [.. bills.EnumerateArray().Select(static bill => Sums(bill).Total)];
    }

    private static string House(bool isSold = false, string members = """ "name": "house" """)
    {
        const string Winter = "1x10 2x5 3x5 1x4";
        return Rate(
            HousePrices.Select(price => Paid(price, isSold)),
            Months((4, Winter), (6, "1x15 4x5 1x4"), (2, Winter)),
            Months((12, "1x24")),
            members);
    }

    private static string Paid(decimal price, bool isSold) => string.Create(
        CultureInfo.InvariantCulture, $$"""[{ "rate": {{price}}{{(isSold ? $", \"sell\": {price}" : "")}} }]""");

    private static string Rate(IEnumerable<string> structure, string weekdays, string weekends, string members) => $$"""
        { "energyratestructure": [{{string.Join(", ", structure)}}], "energyweekdayschedule": [{{weekdays}}],
          "energyweekendschedule": [{{weekends}}], {{members}} }
        """;

    // Periods from 1 with how many hours each lasts, and for how many months.
    private static string Months(params (int Count, string Hours)[] months) => string.Join(
        ", ", months.SelectMany(static month => Enumerable.Repeat(month.Hours, month.Count)).Select(static hours =>
        {
            var periods = hours.Split(' ').Select(static run => run.Split('x')).SelectMany(static run =>
                Enumerable.Repeat(int.Parse(run[0], CultureInfo.InvariantCulture) - 1,
                    int.Parse(run[1], CultureInfo.InvariantCulture)));
            return $"[{string.Join(", ", periods)}]";
        }));

    private string Load(string name) => name switch
    {
        "load" => Taken(Column("ssc_residential_load_hourly.csv")),
        "load15" => Taken(Column("ssc_residential_load_15min.csv.gz").Select(static power => power / 4m)),
        "business" => Taken(Column("ssc_load_commercial.csv")),
        "large-business" => Taken(Column("ssc_load_commercial_large.csv")),
        "net" => Both(
            Column("ssc_residential_load_hourly.csv").Zip(
                Column("ssc_gen_1_yr_residential.csv"), static (use, made) => Netted(use - made))),
        "net15" => Both(Column("ssc_residential_load_15min.csv.gz").Zip(
            Quarters, static (use, made) => Netted((use - made) / 4m))),
        "net-mixed" => Both(HoursByQuarters.Zip(Quarters, static (use, made) => Netted((use - made) / 4m))),
        "two-meters" => Both(HoursByQuarters.Zip(Quarters, static (use, made) =>
            ((use - decimal.Min(made, 0m)) / 4m, decimal.Max(made, 0m) / 4m))),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static IEnumerable<decimal> Quarters => Column("ssc_gen_residential_15min.csv.gz");

    private static IEnumerable<decimal> HoursByQuarters =>
        Column("ssc_residential_load_hourly.csv").SelectMany(static power => Enumerable.Repeat(power, 4));

    private static (decimal Taken, decimal FedIn) Netted(decimal use) =>
        (decimal.Max(use, 0m), decimal.Max(-use, 0m));

    private string Taken(IEnumerable<decimal> values) => _rate.File("load.txt", string.Join('\n', values.Select(Text)));

    private string Both(IEnumerable<(decimal Taken, decimal FedIn)> values) => _rate.File("load.csv", "import,export\n"
        + string.Join('\n', values.Select(static value => $"{Text(value.Taken)},{Text(value.FedIn)}")));

    private static string Text(decimal value) => decimal.Round(value, 9).ToString(CultureInfo.InvariantCulture);

    private static List<decimal> Column(string file)
    {
        using var stream = File.OpenRead(ReferenceFolder.File("nrel-loads", file));
        using var text = new StreamReader(file.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(stream, CompressionMode.Decompress)
            : stream);
        var values = new List<decimal>();
        while (text.ReadLine() is { } line)
            values.Add(decimal.Parse(line.Trim('\uFEFF', ' '), NumberStyles.Float, CultureInfo.InvariantCulture));
        return values;
    }
}
