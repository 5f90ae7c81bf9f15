using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BillingActors.Domain.Rating;
using BillingActors.Grains.Interfaces.Tariffs;
using static Formats.Tests.Tariffs.Published.PublishedYear;

namespace Formats.Tests.Tariffs.Published;

/// <summary>
/// Businesses in the tests of the utility rate calculator of NREL's System Advisor Model (SAM): demand in tiers by time
/// of use, with and without solar power, and billing demand that looks back at other shares of each month.
/// </summary>
public sealed class SystemAdvisorDemandTests
{
    // kWh by period, then the highest demand at weekday afternoons and at all other times.
    private static readonly string[] Business =
    [
        "p3:10659.77 p4:46679.719 d1:155.912 d2:234.676", "p3:9031.374 p4:39525.942 d1:155.723 d2:173.422",
        "p3:10199.552 p4:45550.53 d1:172.007 d2:167.643", "p3:9645.464 p4:43369.465 d1:188.079 d2:191.434",
        "p1:11940.451 p2:48520.295 d1:188.872 d2:198.295", "p1:13673.566 p2:56478.773 d1:236.469 d2:231.478",
        "p1:16170.694 p2:61537.77 d1:270.053 d2:274.231", "p1:16323.954 p2:61231.097 d1:260.336 d2:247.018",
        "p1:10879.303 p2:50914.374 d1:213.441 d2:226.751", "p1:11409.88 p2:46282.6 d1:185.123 d2:181.664",
        "p3:10360.272 p4:41485.01 d1:152.423 d2:156.2", "p3:9460.09 p4:44878.441 d1:147.7 d2:184.05",
    ];

    // The same with solar power, hour by hour, as the test of SAM feeds it: its file has two columns, the number of the
    // hour and the power, and what reads it takes every field for an hour, the quoted number as nothing. So each power
    // stands at twice its hour, between hours of none, and the year has that of January to June. Read column by column
    // the same file makes the year 74,237.76, which is what the tariff bills for it.
    private static readonly string[] Solar =
    [
        "p3:10401.611 p4:35553.438 d1:156.612 d2:234.676", "p3:8747.595 p4:28588.276 d1:155.723 d2:173.422",
        "p3:9836.894 p4:31018.142 d1:172.707 d2:167.643", "p3:9280.665 p4:30562.014 d1:188.779 d2:192.134",
        "p1:11199.177 p2:33753.514 d1:189.572 d2:198.295", "p1:12855.505 p2:40296.819 d1:237.169 d2:231.478",
        "p1:15160.15 p2:44840.396 d1:270.753 d2:274.931", "p1:14954.991 p2:43606.702 d1:261.036 d2:247.718",
        "p1:9577.555 p2:33441.68 d1:213.341 d2:227.451", "p1:10095.162 p2:29775.999 d1:185.823 d2:181.664",
        "p3:8938.967 p4:25110.11 d1:150.349 d2:151.587", "p3:8113.536 p4:28348.14 d1:148.4 d2:184.05",
    ];

    // Of the first year; the year before had the same.
    private static readonly decimal[] Peaks = [1200, 1100, 900, 700, 800, 950, 1050, 1150, 850, 400, 600, 750];

    private const string Hours = """
        { "id": "hours", "otherwise": "p1",
          "seasons": [{ "name": "summer", "from": "05-01" }, { "name": "winter", "from": "11-01" }],
          "rules": [
            { "season": "winter", "days": ["weekday"], "from": "10:00", "until": "15:00", "period": "p2" },
            { "season": "winter", "days": ["weekday"], "from": "15:00", "until": "20:00", "period": "p3" },
            { "season": "summer", "days": ["weekday"], "from": "15:00", "until": "20:00", "period": "p4" }] },
        { "id": "demand", "otherwise": "d2",
          "rules": [{ "days": ["weekday"], "from": "15:00", "until": "20:00", "period": "d1" }] }
        """;

    // Georgia Power PLM-11: 95 % of the summer months, 60 % of others; the own demand is whole in summer only. What SAM
    // calls 11 months reaches back to the same month of the year before.
    private const string Shares = """
        "ratchet": { "months": 12, "percents": [60, 60, 60, 60, 60, 95, 95, 95, 95, 60, 60, 60],
          "wholeIn": [6, 7, 8, 9] }
        """;

    [Theory]
    // Test_Commercial_Demand_Charges: 30 a month; the first 100 kW cost 20 and 10, those beyond 15 and 5.
    [InlineData(false, 104614.5)]
    [InlineData(true, 92538.1)]
    public void Demand_in_tiers_by_time_of_use(bool isSolar, double year)
    {
        const string Steps = """
            "direction": "import", "unit": "kW", "windowMinutes": 60, "price": { "kind": "time-of-use",
              "calendar": "demand", "prices": [
                { "period": "d1", "price": { "kind": "tiers", "per": "month",
                    "steps": [{ "price": 20, "upTo": 100 }, { "price": 15 }] } },
                { "period": "d2", "price": { "kind": "tiers", "per": "month",
                    "steps": [{ "price": 10, "upTo": 100 }, { "price": 5 }] } }] }
            """;
        const string Prices = """
            "direction": "import", "unit": "kWh", "price": { "kind": "time-of-use", "calendar": "hours", "prices": [
              { "period": "p1", "price": { "kind": "flat", "price": 0.05 } },
              { "period": "p2", "price": { "kind": "flat", "price": 0.075 } },
              { "period": "p3", "price": { "kind": "flat", "price": 0.06 } },
              { "period": "p4", "price": { "kind": "flat", "price": 0.05 } }] }
            """;
        var rows = isSolar ? Solar : Business;
        var tariff = Tariff(
            Charge("fixed", "fixed", """ "per": "month", "price": 30 """), Charge("demand", "demand", Steps),
            Charge("energy", "usage", Prices));

        var bills = Bills(tariff, Usage(
            month => [("import", PartsOf(rows[month], 'p', 4))],
            month => [("demand", PartsOf(rows[month], 'd', 2))]));

        // SAM prints dimes and rounds no line; here some seventy lines are rounded to cents.
        Assert.InRange(bills.Sum(), (decimal)year - 0.15m, (decimal)year + 0.15m);
    }

    // test_billing_demand_calcs: 95 % of August before is 1,092.5 kW, which August alone exceeds.
    [Theory]
    [InlineData(1, 1092.5)]
    [InlineData(2, 1092.5)]
    [InlineData(3, 1092.5)]
    [InlineData(4, 1092.5)]
    [InlineData(5, 1092.5)]
    [InlineData(6, 1092.5)]
    [InlineData(7, 1092.5)]
    [InlineData(8, 1150)]
    [InlineData(9, 1092.5)]
    [InlineData(10, 1092.5)]
    [InlineData(11, 1092.5)]
    [InlineData(12, 1092.5)]
    public void Each_month_looked_back_at_has_its_own_share(int month, double billed)
    {
        var before = Peaks.Select(static (peak, index) => Prior(index + 1, peak));

        var bills = Bills(
            Tariff(Flat($""" "least": 500, {Shares} """)), Of(Peaks), $"prior-peaks={string.Join(',', before)}");

        Assert.Equal((decimal)billed, bills[month - 1]);
    }

    // Without a year before, the first months have 60 % of what they and the others before them had.
    [Theory]
    [InlineData(1, 720)]
    [InlineData(2, 720)]
    [InlineData(5, 720)]
    [InlineData(6, 950)]
    public void An_own_month_that_is_not_whole_counts_with_its_share(int month, int billed) =>
        Assert.Equal(billed, Bills(Tariff(Flat($""" "least": 500, {Shares} """)), Of(Peaks))[month - 1]);

    // test_billing_demand_calcs_w_tou, APS E-32: 100 kW at 6.654 and 800 at 3.628; of 80 % of 1,300 kW in August 100 at
    // 17.766 and 940 at 12.053. Off-peak hours have no billing demand.
    [Fact]
    public void Some_periods_look_back()
    {
        const string Demand = """
            "direction": "import", "unit": "kW", "windowMinutes": 60, "least": 500,
            "ratchet": { "months": 12, "percents": [0, 0, 0, 0, 80, 80, 80, 80, 80, 80, 0, 0], "appliesTo": ["d1"] },
            "price": { "kind": "time-of-use", "calendar": "demand", "prices": [
              { "period": "d2", "price": { "kind": "tiers", "per": "month",
                  "steps": [{ "price": 6.654, "upTo": 100 }, { "price": 3.628 }] } },
              { "period": "d1", "price": { "kind": "tiers", "per": "month",
                  "steps": [{ "price": 17.766, "upTo": 100 }, { "price": 12.053 }] } }] }
            """;
        var usage = Usage(static _ => [], static _ => [("demand", Parts(("d2", 900m), ("d1", 1000m)))]);

        var bills = Bills(Tariff(Charge("demand", "demand", Demand)), usage, $"prior-peaks={Prior(8, 1300m)}");

        Assert.Equal(16674.22m, bills[0]);
    }

    // Test_Commercial_kWh_per_kW_charges_with_billing_demand_percents, July: 95 % of June, whose demand was
    // 746.5875 kW, is 709.26 kW; the bill of 384,169.6157 kWh has blocks of 200 and 400 hours of it.
    [Fact]
    public void Hours_of_use_are_of_the_billing_demand()
    {
        const string Energy = """
            "direction": "import", "unit": "kWh", "price": { "kind": "hours-use", "demandCharge": "demand", "steps": [
              { "upTo": 200, "steps": [
                { "upTo": 3000, "price": 0.132655 }, { "upTo": 10000, "price": 0.120303 },
                { "upTo": 200000, "price": 0.102607 }, { "price": 0.079109 }] },
              { "upTo": 400, "price": 0.013627 }, { "price": 0.010275 }] }
            """;
        var tariff = Tariff(
            Charge("fixed", "fixed", """ "per": "month", "price": 21 """),
            Flat($""" "least": 100, {Shares} """, price: 0),
            Charge("energy", "usage", Energy));

        var bills = Bills(tariff, Usage(
            static _ => [("import", DeterminantQuantity.Of(384169.6157m))],
            static month => [("demand", DeterminantQuantity.Of(month == 5 ? 746.5875m : 658.01564m))]));

        Assert.Equal(17755.29m, bills[6]);
    }

    [Theory]
    [InlineData(""" "months": 11 """, "ratchet/percent", "out-of-range")]
    [InlineData(""" "months": 11, "percent": 80, "percents": [80] """, "ratchet/percents", "price-or-steps")]
    [InlineData(""" "months": 11, "percents": [80, 60] """, "ratchet/percents", "out-of-range")]
    [InlineData(""" "months": 11, "percent": 80, "wholeIn": [0] """, "ratchet/wholeIn/0", "out-of-range")]
    public void A_ratchet_says_its_shares_once(string members, string path, string rule)
    {
        var charge = Flat($$""" "ratchet": { {{members}} } """);
        var problems = BillingActors.Grains.Mapping.TariffMapping.ToDomain(Tariff(charge)).Problems;

        Assert.Contains(problems, problem => problem.Path == $"versions/0/charges/0/{path}" && problem.Rule == rule);
    }

    private static string Prior(int month, decimal peak) =>
        string.Create(CultureInfo.InvariantCulture, $"2006-{month:00}:{peak}");

    private static DeterminantUsage Of(decimal[] peaks) => Usage(
        static _ => [], month => [("demand", DeterminantQuantity.Of(peaks[month]))]);

    private static DeterminantQuantity PartsOf(string row, char letter, int count) => Parts(
        Enumerable.Range(1, count).Select(index => ($"{letter}{index}", NumberOf(row, $"{letter}{index}"))));

    private static string Flat(string terms, int price = 1) => Charge("demand", "demand", $$"""
        "direction": "import", "unit": "kW", "windowMinutes": 60, {{terms}},
        "price": { "kind": "flat", "price": {{price}} }
        """);

    private static string Charge(string code, string kind, string members) =>
        $$"""{ "kind": "{{kind}}", "code": "{{code}}", "text": "{{code}}", "taxCategory": "none", {{members}} }""";

    private static TariffDocument Tariff(params ImmutableArray<string> charges) =>
        TariffJson.Read(Encoding.UTF8.GetBytes($$"""
        { "id": "sam", "name": "SAM", "currency": "USD", "versions": [{ "number": 1, "validFrom": "2000-01-01",
          "calendars": [{{Hours}}], "charges": [{{string.Join(", ", charges)}}] }] }
        """));
}
