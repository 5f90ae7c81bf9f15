using System.Globalization;
using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>Amounts in the documentation of billers, each with its address, from files.</summary>
public sealed class DocumentedRateTests : IDisposable
{
    // zuplo.com/docs/articles/monetization/pricing-models.
    private const string Zuplo = """
        "steps": [{ "upTo": 1000, "price": 0.10 }, { "upTo": 10000, "price": 0.05 }, { "price": 0.01 }]
        """;

    // docs.oracle.com, banking liquidity management, "Examples for Tier Based Amount".
    private const string Slabs = """
        "steps": [{ "upTo": 250, "price": 0, "fee": 10 }, { "upTo": 500, "price": 0, "fee": 20 },
          { "price": 0, "fee": 30 }]
        """;
    private const string Units = """
        "steps": [{ "upTo": 250, "price": 1 }, { "upTo": 500, "price": 2 }, { "price": 3 }]
        """;

    // docs.flexprice.io, package: a price for a range; getlago.com/docs, volume.
    private const string Ranges = """
        "steps": [{ "upTo": 1000, "price": 50 }, { "upTo": 5000, "price": 200 }, { "price": 350 }]
        """;
    private const string LagoVolume = """
        "steps": [{ "upTo": 10000, "price": 0.0010, "fee": 10 }, { "upTo": 50000, "price": 0.0008, "fee": 10 },
          { "upTo": 100000, "price": 0.0006, "fee": 10 }, { "price": 0.0004, "fee": 10 }]
        """;

    // docs.zuora.com, rating by billing period, tiered with overage.
    private const string ZuoraTiers = """
        "steps": [{ "upTo": 10, "price": 2 }, { "upTo": 20, "price": 3 }, { "price": 5 }]
        """;

    // docs.zuora.com, dynamic pricing, "Using tier-level and charge-level min/max together".
    private const string Limits = """
        "steps": [{ "upTo": 10, "price": 1, "least": 5, "most": 20 }, { "price": 1, "least": 10, "most": 100 }]
        """;

    // docs.withorb.com: tiers that cost at most so much, "custom pricing", which it has no model for; bulk; packages.
    private const string OrbCapped = """
        "steps": [{ "upTo": 20, "price": 5, "most": 50 }, { "upTo": 100, "price": 3, "most": 100 },
          { "price": 2, "most": 300 }]
        """;
    private const string OrbBulk = """ "steps": [{ "upTo": 10, "price": 0.50 }, { "price": 0.40 }] """;
    private const string OrbTiers = """ "steps": [{ "upTo": 10, "price": 0.50 }, { "price": 0.10 }] """;
    private const string OrbPackage = """ "steps": [{ "price": 0.80, "size": 10 }] """;

    private readonly PublishedLife _life = new();
    private readonly PublishedRate _rate = new();

    [Theory]
    [InlineData("graduated", Zuplo, "15000", "600")]
    [InlineData("volume", Zuplo, "15000", "150")]
    [InlineData("graduated", Slabs, "1000", "60")]
    [InlineData("graduated", Units, "1000", "2250")]
    [InlineData("volume", Slabs, "1000", "30")]
    [InlineData("volume", Units, "1000", "3000")]
    [InlineData("stairstep", Ranges, "4500", "200")]
    [InlineData("stairstep", Ranges, "1500", "200")]
    [InlineData("stairstep", Ranges, "1000", "50")]
    [InlineData("stairstep", Ranges, "1001", "200")]
    [InlineData("volume", LagoVolume, "65000", "49")]
    [InlineData("graduated", ZuoraTiers, "3 5 7", "35")]
    [InlineData("graduated", """ "steps": [{ "upTo": 100, "price": 0 }, { "price": 2 }] """, "130", "60")]
    [InlineData("graduated", """ "steps": [{ "upTo": 500, "price": 0 }, { "price": 0.10 }] """, "500", "0")]
    // A tier of 10 and one of 15; of 2, which costs 5, and nothing for the tier that is not reached; of 10 and 5.
    [InlineData("graduated", Limits, "25", "25")]
    [InlineData("graduated", Limits, "2", "5")]
    [InlineData("graduated", Limits, "15", "20")]
    [InlineData("graduated", Limits, "200", "110")]
    [InlineData("graduated", Limits, "0", "0")]
    [InlineData("volume", Limits, "200", "100")]
    [InlineData("volume", OrbCapped, "8", "40")]
    [InlineData("volume", OrbCapped, "20", "50")]
    [InlineData("volume", OrbCapped, "21", "63")]
    [InlineData("volume", OrbCapped, "100", "100")]
    [InlineData("volume", OrbCapped, "120", "240")]
    [InlineData("volume", OrbCapped, "1000", "300")]
    [InlineData("volume", OrbBulk, "10", "5")]
    [InlineData("volume", OrbBulk, "101", "40.40")]
    [InlineData("graduated", OrbTiers, "10", "5")]
    [InlineData("graduated", OrbTiers, "11", "5.10")]
    [InlineData("graduated", OrbPackage, "4", "0.80")]
    [InlineData("graduated", OrbPackage, "11", "1.60")]
    public async Task Steps(string kind, string steps, string quantities, string total) => Assert.Equal(
        Number(total), await _rate.January(Use($$"""{ "kind": "{{kind}}", {{steps}} }"""), quantities));

    // The same pages: a least and a most of the whole charge (also "Charge-level min/max rules for per unit pricing").
    [Theory]
    [InlineData(10, 100, 200, "8", "100")]
    [InlineData(12, 120, 240, "25", "240")]
    [InlineData(12, 120, 240, "10", "120")]
    [InlineData(1, 30, 1000, "25", "30")]
    public async Task A_least_and_a_most_of_a_charge(int price, int least, int most, string quantity, string total)
    {
        var charges = string.Join(", ",
            Use($$"""{ "kind": "flat", "price": {{price}} }"""),
            Charge("commitment", "least", $$""" "per": "month", "amount": {{least}}, "of": ["use"] """),
            Charge("cap", "most", $$""" "per": "month", "amount": {{most}}, "of": ["use", "least"] """));

        Assert.Equal(Number(total), await _rate.January(charges, quantity));
    }

    // getlago.com/docs/guide/plans/charges/charge-models/graduated-percentage: transaction after transaction.
    [Theory]
    [InlineData("500", "205")]
    [InlineData("500 550", "511")]
    [InlineData("500 550 4000", "591")]
    public async Task Graduated_percentages(string amounts, string total) => Assert.Equal(
        Number(total),
        await _rate.January(
            Use("""
                { "kind": "graduated-percentage", "steps": [{ "upTo": 1000, "price": 1, "fee": 200 },
                  { "upTo": 10000, "price": 2, "fee": 300 }, { "price": 3, "fee": 400 }] }
                """),
            amounts));

    // openmeter.io/docs/billing/invoicing/discounts: 500 units off, used as they come: 0, 50 and 100 are left.
    [Theory]
    [InlineData("300", "0")]
    [InlineData("300 250", "50")]
    [InlineData("300 250 100", "150")]
    public async Task Units_off(string quantities, string total) => Assert.Equal(
        Number(total),
        await _rate.January(
            Use("""{ "kind": "flat", "price": 1 }""", """, "counting": { "decimals": 9, "free": 500 } """),
            quantities));

    // docs.stripe.com, "Transform quantities" of blocks, up or down.
    [Theory]
    [InlineData("up", "90", "20")]
    [InlineData("down", "90", "10")]
    [InlineData("up", "60", "10")]
    [InlineData("up", "61", "20")]
    public async Task Minutes_as_hours(string rounding, string quantity, string total) => Assert.Equal(
        Number(total),
        await _rate.January(
            Use(
                """{ "kind": "flat", "price": 10 }""",
                $$""", "counting": { "size": 60, "rounding": "{{rounding}}" } """),
            quantity));

    // docs.flexprice.io/docs/invoices/calculation: 25 % off the calls of 80, 10 off all, tax of 8.25 %; its prepaid
    // credit of 5 pays the bill and is no part of it. docs.unibee.dev, "Invoice computation": half off 29, tax of 5 %,
    // of which it keeps the whole cents.
    [Theory]
    [InlineData(80, 20, """ "percent": 25, "of": ["a"] / "amount": 10 """, "8.25", "", "70", "75.78")]
    [InlineData(29, 0, """ "percent": 50 """, "5", "tax-rounding-mode=down", "14.50", "15.22")]
    [InlineData(100, 0, """ "percent": 10 / "percent": 10 """, "0", "", "81", "81")]
    [InlineData(100, 0, """ "amount": 200 """, "0", "", "0", "0")]
    [InlineData(300, 0, """ "amount": 200 """, "0", "", "100", "100")]
    public async Task Coupons_and_tax(
        int first, int second, string coupons, string tax, string settings, string net, string total)
    {
        static string Plan(string code, int price) => Charge("subscription", code, $$"""
            "per": "month", "inAdvance": true, "price": { "kind": "flat", "price": {{price}} }
            """, "s");
        var charges = coupons.Split('/')
            .Select(static (coupon, index) => Charge("discount", $"c{index}", coupon, "of-lines"))
            .Prepend(Plan("b", second)).Prepend(Plan("a", first));
        var taxes = $$"""
            , "taxes": [{ "code": "T", "text": "T", "percent": {{tax}}, "categories": ["s"] }]
            """;
        var life = _rate.File("life.json", """{ "start": "2025-01-01", "until": "2025-01-31" }""");

        var bills = await Bills(
            ["--tariff", _rate.Tariff(string.Join(", ", charges), taxes), "--usage", life, .. Set(settings)]);

        Assert.Equal((Number(net), Number(total)), Sums(bills[0]));
    }

    // docs.zuora.com, order metrics, parts 1 to 3: ten, thirteen and twenty units at 5 a month in 2018; a part of
    // August is 14 of 30 or of 31 days. Order Tcb data source: 10 % off 50 for three months.
    [Theory]
    [InlineData("z 5 item", "2018-01-01 on 1 quantity 10 until 2018-12-31; 04-01 quantity 13; 08-18 quantity 20",
        "part-divisor=30 change-rounding=difference", "891.33")]
    [InlineData("z 5 item", "2018-01-01 on 1 quantity 10 until 2018-12-31; 04-01 quantity 13; 08-18 quantity 20",
        "", "890.81")]
    // help.salesforce.com, monthly proration examples: from 28 March to 4 February with periods from the fifth on; 90 a
    // month, a part of it by its days or whole.
    [InlineData("s 90", "2025-03-28 on 5 until 2026-02-04", "", "923.23")]
    [InlineData("s 90", "2025-03-28 on 5 until 2026-02-04", "first-part=whole", "990")]
    public async Task A_year(string plan, string life, string settings, string total)
    {
        var bills = await _life.Bills(plan, life, settings);

        Assert.Equal(
            Number(total), bills.Split("; ").SelectMany(static bill => bill.Split(' ').Skip(1)).Sum(Number));
    }

    // developer.samsung.com, upgrade examples, without credit and at the end of the period; and Zuora's discount.
    [Theory]
    [InlineData("o 30, n 60", "2024-09-01 on 1 until 2024-10-02; 09-16 change n", "change-credit=none",
        "2024-09-01..2024-10-01 30; 2024-09-16..2024-10-01 30; 2024-10-01..2024-11-01 60")]
    [InlineData("o 30, n 60", "2024-09-01 on 1 until 2024-10-02; 09-16 change n period-end", "",
        "2024-09-01..2024-10-01 30; 2024-10-01..2024-11-01 60")]
    // ERPNext, accounts/doctype/subscription/test_subscription.py: ended on the first day, which counts.
    [InlineData("e 900 arrear", "2018-01-01 until 2018-03-01; 01-01 cancel", "last-day=inclusive",
        "2018-01-01..2018-01-02 29.03")]
    [InlineData("e 900", "2018-01-01 until 2018-03-01; 01-15 cancel", "cancel-credit=none",
        "2018-01-01..2018-02-01 900")]
    // The last day, and the day after it.
    [InlineData("e 31", "2018-01-01 until 2018-03-01; 01-31 cancel", "",
        "2018-01-01..2018-02-01 31; 2018-01-31..2018-02-01 -1")]
    [InlineData("e 31", "2018-01-01 until 2018-03-01; 02-01 cancel", "", "2018-01-01..2018-02-01 31")]
    // A trial that ends on the day it begins, and one that ends on the last day of February.
    [InlineData("t 10", "2024-02-29 trial 2024-02-29 until 2024-04-30",
        "", "2024-02-29..2024-03-29 10; 2024-03-29..2024-04-29 10; 2024-04-29..2024-05-29 10")]
    [InlineData("t 10", "2024-01-15 trial 2024-02-29 until 2024-04-01",
        "", "2024-02-29..2024-03-29 10; 2024-03-29..2024-04-29 10")]
    public async Task Ends_and_trials(string plans, string life, string settings, string bills) =>
        Assert.Equal(bills, await _life.Bills(plans, life, settings));

    // docs.stripe.com/billing/subscriptions/prorations: to the second, from the time of the start on, at which periods
    // end. docs.recurly.com, a user at 10 half-way through June; pentest-tools.com, from 20 to 40 half-way.
    [Theory]
    [InlineData("s 31, n 62", "2025-01-01T12:00 until 2025-02-02; 2025-01-16T18:00 change n",
        "2025-01-01..2025-02-01 31; 2025-01-16..2025-02-01 -15.75 31.5; 2025-02-01..2025-03-01 62")]
    [InlineData("s 28", "2025-01-31T15:00 until 2025-04-01; 2025-02-28T15:00 cancel", "2025-01-31..2025-02-28 28")]
    [InlineData("s 28", "2025-01-31T15:00 until 2025-04-01; 2025-03-03T03:00 cancel",
        "2025-01-31..2025-02-28 28; 2025-02-28..2025-03-31 28; 2025-03-03..2025-04-01 -25.74")]
    [InlineData("s 31, y 365 per year", "2025-01-01T12:00 until 2025-06-01; 2025-01-16T18:00 change y",
        "2025-01-01..2025-02-01 31; 2025-01-16..2026-01-16 -15.75 365")]
    [InlineData("s 30", "2025-06-01T23:59:59 on 1 until 2025-06-30", "2025-06-01..2025-07-01 29")]
    [InlineData("s 10 item", "2025-06-01 quantity 1 until 2025-06-30; 06-16 quantity 2",
        "2025-06-01..2025-07-01 10; 2025-06-16..2025-07-01 -5 10")]
    [InlineData("s 20, n 40", "2025-06-01 until 2025-06-30; 06-16 change n",
        "2025-06-01..2025-07-01 20; 2025-06-16..2025-07-01 -10 20")]
    public async Task Exact_times(string plans, string life, string bills) =>
        Assert.Equal(bills, await _life.Bills(plans, life, "part-count=seconds"));

    // A price that includes a tax of 19 % is cut with its tax.
    [Fact]
    public async Task A_part_of_a_price_with_tax()
    {
        var tariff = _rate.Tariff(
            Charge("subscription", "plan", """
                "per": "month", "inAdvance": true, "price": { "kind": "flat", "price": 11.90 }
                """, "s"),
            """, "taxes": [{ "code": "T", "text": "T", "percent": 19, "categories": ["s"] }]""");
        var life = _rate.File("life.json", """
            { "start": "2025-06-01", "until": "2025-07-02", "actions": [{ "on": "2025-06-16", "cancel": true }] }
            """);

        var bills = await Bills("--tariff", tariff, "--usage", life, "--set", "tax-prices=inclusive");

        Assert.Equal(
            [(10m, 11.90m), (-5m, -5.95m)], bills.EnumerateArray().Select(static bill => Sums(bill)).ToArray());
    }

    // Currencies without and with three decimals: a third and two thirds of a month.
    [Theory]
    [InlineData("JPY", "1000", "-333 667")]
    [InlineData("KWD", "1", "-0.333 0.667")]
    [InlineData("EUR", "10", "-3.33 6.67")]
    public async Task Decimals_of_a_currency(string currency, string price, string change)
    {
        string Tariff(string id, decimal factor) => _rate.File($"{id}.json", string.Create(
            CultureInfo.InvariantCulture, $$"""
            { "id": "{{id}}", "name": "{{id}}", "currency": "{{currency}}", "versions": [{ "number": 1,
              "validFrom": "2000-01-01", "charges": [{{Charge("subscription", "plan", string.Create(
                CultureInfo.InvariantCulture, $$"""
                "per": "month", "inAdvance": true,
                "price": { "kind": "flat", "price": {{Number(price) * factor}} }
                """))}}] }] }
            """));
        var life = _rate.File("life.json", """
            { "start": "2025-06-01", "until": "2025-06-30", "actions": [{ "on": "2025-06-21", "change": "new" }] }
            """);

        var bills = await Bills("--tariff", Tariff("old", 1m), "--tariff", Tariff("new", 2m), "--usage", life);

        Assert.Equal(change, string.Join(' ', bills[1].GetProperty("lines").EnumerateArray()
            .Select(static line => line.GetProperty("amount").GetString())));
    }

    public void Dispose()
    {
        _life.Dispose();
        _rate.Dispose();
    }
}
