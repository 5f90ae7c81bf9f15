using System.Text;
using BillingActors.Domain.Rating;
using BillingActors.Grains.Interfaces.Tariffs;
using static Formats.Tests.Tariffs.Published.PublishedYear;

namespace Formats.Tests.Tariffs.Published;

/// <summary>
/// Bills of the utility rate calculator of NREL's System Advisor Model (SAM): first years that its own tests expect,
/// within the ten cents they allow.
/// </summary>
public sealed class SystemAdvisorBillTests
{
    // A house with solar power: kWh of a month by period, bought and sold, netted hour by hour.
    private static readonly string[] House =
    [
        "p1:205.832 p2:0.145 p3:55.802 s1:160.737 s2:263.214 s3:45.647",
        "p1:180.499 p2:0.97 p3:38.15 s1:188.836 s2:251.284 s3:57.185",
        "p1:173.2 p2:0.182 p3:35.338 s1:255.68 s2:320.345 s3:79.736",
        "p1:167.916 p2:0.288 p3:39.217 s1:302.173 s2:306.793 s3:63.124",
        "p1:198.202 p4:53.966 s1:599.749 s4:58.226",
        "p1:274.766 p4:74.37 s1:477.628 s4:28.876",
        "p1:357.414 p4:92.189 s1:389.692 s4:21.663",
        "p1:328.162 p4:94.752 s1:403.851 s4:27.429",
        "p1:271.832 p4:76.123 s1:446.016 s4:26.108",
        "p1:211.518 p4:80.602 s1:474.6 s4:26.207",
        "p1:168.386 p3:50.27 s1:189.414 s2:286.196 s3:34.363",
        "p1:212.509 p2:0.271 p3:54.72 s1:168.423 s2:239.282 s3:28.328",
    ];

    private static readonly string[] Periods = ["p1", "p2", "p3", "p4"];

    private const string Hours = """
        { "id": "hours", "otherwise": "p1",
          "seasons": [{ "name": "summer", "from": "05-01" }, { "name": "winter", "from": "11-01" }],
          "rules": [
            { "season": "winter", "days": ["weekday"], "from": "10:00", "until": "15:00", "period": "p2" },
            { "season": "winter", "days": ["weekday"], "from": "15:00", "until": "20:00", "period": "p3" },
            { "season": "summer", "days": ["weekday"], "from": "15:00", "until": "20:00", "period": "p4" }] }
        """;

    private const string Bought = "0.10 0.05 0.20 0.25";
    private const string Low = "0.05 0.05 0.05 0.05";

    private static readonly string Bank = Charge(
        "bank", "net-metering", """ "bank": "money", "of": ["energy", "sold"] """);

    [Theory]
    // Test_Residential_TOU_Rates, …_no_credit, …_annual_minimum, and net metering credits in May.
    [InlineData(-11.9, "true-up=01-01", "net-surplus-price=0.02789")]
    [InlineData(64.03, "true-up=01-01", "net-surplus-price=0")]
    [InlineData(36.6, "true-up=06-01", "net-surplus-price=0.02789")]
    public void Credits_in_energy_that_the_true_up_pays(double year, params string[] settings) =>
        AssertYear((decimal)year, Year([Netting, NettedEnergy], [.. settings, .. SameHours]));

    [Fact]
    public void Credits_in_energy_with_a_minimum_per_year() => AssertYear(100m, Year(
        [Netting, NettedEnergy, Charge("min", "minimum", """ "per": "year", "amount": "100", "trueUp": true """)],
        ["true-up=01-01", .. SameHours]));

    [Fact]
    public void Credits_in_energy_that_become_money_in_May()
    {
        var carried = Charge(
            "bank", "net-metering", """ "bank": "money", "of": ["energy", "net"], "surplus": "carry" """);

        var bills = Year(
            [Netting, NettedEnergy, carried], ["true-up=06-01", "net-surplus-price=0.02789", .. SameHours]);

        AssertYear(36.6m, bills);
        AssertNear(0m, bills[4]);
    }

    [Fact]
    public void What_is_sold_lessens_each_bill() => AssertYear(-150.02m, Year([Energy(Bought), Sold(Bought)]));

    [Theory]
    // …_carryover: credits of a month are used from the next on, and what is left is paid in December …
    [InlineData(-150.02, Bought, 11, -181.77, "true-up=01-01", "net-metering-surplus=pay")]
    // … in April …
    [InlineData(-57.12, Bought, 3, -122.19, "true-up=05-01", "net-metering-surplus=pay")]
    // … in January …
    [InlineData(19.12, Bought, 0, -6.61, "true-up=02-01", "net-metering-surplus=pay")]
    // … at lower prices.
    [InlineData(136.77, Low, 0, 31.75, "true-up=01-01", "net-metering-surplus=pay")]
    public void Credits_in_money_from_the_next_month_on(
        double year, string sold, int month, double bill, params string[] settings)
    {
        var bills = Year(
            [Energy(Bought), Sold(sold), Bank], ["net-metering-credit=next-bill", .. settings]);

        AssertYear((decimal)year, bills);
        AssertNear((decimal)bill, bills[month]);
    }

    [Theory]
    // …_carryover_monthly_min and …_annual_min: what the true-up pays does not count.
    [InlineData(-40.02, 3, 10, """ "per": "month", "amount": "10" """)]
    [InlineData(-81.77, 11, -113.52, """ "per": "year", "amount": "100", "trueUp": true """)]
    public void Credits_in_money_before_a_minimum(double year, int month, double bill, string minimum)
    {
        var bills = Year(
            [Energy(Bought), Sold(Bought), Bank, Charge("min", "minimum", minimum)],
            ["net-metering-credit=next-bill", "true-up=01-01", "net-metering-surplus=pay"]);

        AssertYear((decimal)year, bills);
        AssertNear((decimal)bill, bills[month]);
    }

    [Theory]
    // …_inflow_outflow_expire and …_apply_no_expire: credits of a month are used in it.
    [InlineData(0, "forfeit")]
    [InlineData(-150.02, "pay")]
    public void Credits_in_money_in_their_own_month(double year, string surplus) => AssertYear((decimal)year, Year(
        [Energy(Bought), Sold(Bought), Bank], ["true-up=01-01", $"net-metering-surplus={surplus}"]));

    [Fact]
    public void A_business_with_tiers_inside_the_first_hours_of_use()
    {
        // Test_Commercial_kWh_per_kW_charges, July: 384,169.616 kWh at 658.0156 kW.
        var tariff = Tariff(
            [
                Charge("fixed", "fixed", """ "per": "month", "price": "21" """),
                Charge("demand", "demand", """
                    "direction": "import", "unit": "kW", "windowMinutes": 60, "price": { "kind": "flat", "price": "0" }
                    """),
                Charge("energy", "usage", """
                    "direction": "import", "unit": "kWh",
                    "price": { "kind": "hours-use", "demandCharge": "demand", "steps": [
                      { "upTo": "200", "steps": [
                        { "upTo": "3000", "price": "0.132655" }, { "upTo": "10000", "price": "0.120303" },
                        { "upTo": "200000", "price": "0.102607" }, { "price": "0.079109" }] },
                      { "upTo": "400", "price": "0.013627" }, { "upTo": "600", "price": "0.010275" },
                      { "price": "0.00771" }] }
                    """),
            ],
            Hours);
        var usage = Usage(
            static _ => [("import", DeterminantQuantity.Of(384169.6157m))],
            static _ => [("demand", DeterminantQuantity.Of(658.01564m))]);

        Assert.Equal(16774.68m, Bills(tariff, usage)[6]);
    }

    private static string[] SameHours => ["net-metering-season=same-hours", "net-metering-surplus=pay-net-use"];

    private static string Netting =>
        Charge("net", "net-metering", """ "bank": "energy", "unit": "kWh", "calendar": "hours" """);

    private static string NettedEnergy => Energy(Bought).Replace(
        "\"unit\":", "\"netted\": \"net\", \"unit\":", StringComparison.Ordinal);

    private static decimal[] Year(string[] charges, params string[] settings) => Bills(
        Tariff(charges, Hours),
        Usage(static month =>
        [
            ("import", PartsOf(House[month], 'p', Periods)), ("export", PartsOf(House[month], 's', Periods)),
        ]),
        settings);

    private static DeterminantQuantity PartsOf(string row, char letter, string[] periods) =>
        Parts(periods.Select(period => (period, NumberOf(row, $"{letter}{period[1]}"))));

    private static string Energy(string prices) => Priced("energy", "import", prices);

    private static string Sold(string prices) => Priced("sold", "export", prices);

    private static string Priced(string code, string direction, string prices)
    {
        var entries = prices.Split(' ').Select((price, index) =>
            $$"""{ "period": "p{{index + 1}}", "price": { "kind": "flat", "price": "{{price}}" } }""");
        return Charge(code, "usage", $$"""
            "direction": "{{direction}}", "unit": "kWh",
            "price": { "kind": "time-of-use", "calendar": "hours", "prices": [{{string.Join(", ", entries)}}] }
            """);
    }

    private static string Charge(string code, string kind, string members) =>
        $$"""{ "kind": "{{kind}}", "code": "{{code}}", "text": "{{code}}", "taxCategory": "none", {{members}} }""";

    private static TariffDocument Tariff(string[] charges, string calendars) =>
        TariffJson.Read(Encoding.UTF8.GetBytes($$"""
        { "id": "sam", "name": "SAM", "currency": "USD", "versions": [{ "number": 1, "validFrom": "2000-01-01",
          "calendars": [{{calendars}}], "charges": [{{string.Join(", ", charges)}}] }] }
        """));

    private static void AssertYear(decimal published, decimal[] bills) => AssertNear(published, bills.Sum());

    private static void AssertNear(decimal published, decimal amount) =>
        Assert.InRange(amount, published - 0.1m, published + 0.1m);
}
