using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// Invoices that the tests of Meteroid, an open biller, expect (github.com/meteroid-oss/meteroid, modules/meteroid:
/// tests/integration/subscription and the tests inside crates/meteroid-store/src/services and utils/periods.rs).
/// </summary>
public sealed class MeteroidLifeTests : IDisposable
{
    private const string Plans = "starter 29 + 10 item, pro 99 + 25 item, flat 35";

    private const string Steps = """
        "steps": [{ "upTo": 100, "price": 1 }, { "upTo": 200, "price": 0.5 }, { "price": 0.25 }]
        """;

    private readonly PublishedLife _life = new();
    private readonly PublishedRate _rate = new();

    [Theory]
    // plan_change.rs: at the end of the period, and at once with 16 of 31 days left.
    [InlineData(Plans, "2024-01-01 quantity 1 until 2024-03-02; 01-10 change pro period-end",
        "2024-01-01..2024-02-01 29 10; 2024-02-01..2024-03-01 99 25; 2024-03-01..2024-04-01 99 25")]
    [InlineData(Plans, "2024-01-01 quantity 1 until 2024-01-31; 01-16 change pro",
        "2024-01-01..2024-02-01 29 10; 2024-01-16..2024-02-01 -14.97 -5.16 51.1 12.9")]
    [InlineData("pro 99 + 25 item, starter 29 + 10 item",
        "2024-01-01 quantity 1 until 2024-01-31; 01-16 change starter",
        "2024-01-01..2024-02-01 99 25; 2024-01-16..2024-02-01 -51.1 -12.9 14.97 5.16")]
    [InlineData(Plans, "2024-01-01 quantity 5 until 2024-01-31; 01-16 change pro",
        "2024-01-01..2024-02-01 29 50; 2024-01-16..2024-02-01 -14.97 -25.81 51.1 64.52")]
    [InlineData(Plans, "2024-01-01 quantity 10 until 2024-02-02; 01-10 change pro period-end",
        "2024-01-01..2024-02-01 29 100; 2024-02-01..2024-03-01 99 250")]
    [InlineData("flat 35, starter 29 + 10 item", "2024-01-01 quantity 5 until 2024-01-31; 01-16 change starter",
        "2024-01-01..2024-02-01 35; 2024-01-16..2024-02-01 -18.06 14.97 25.81")]
    // plan_change.rs, mixed components: half of February is left.
    [InlineData("alpha 50 + 30, beta 80 + 50", "2025-02-01 until 2025-02-28; 02-15 change beta",
        "2025-02-01..2025-03-01 50 30; 2025-02-15..2025-03-01 -25 -15 40 25")]
    // proration.rs: on the last day of thirty, on the day after, on the first.
    [InlineData("b 300, p 600", "2025-04-01 until 2025-05-01; 04-30 change p",
        "2025-04-01..2025-05-01 300; 2025-04-30..2025-05-01 -10 20")]
    [InlineData("b 100, p 200", "2025-04-01 until 2025-05-02; 05-01 change p",
        "2025-04-01..2025-05-01 100; 2025-05-01..2025-06-01 200")]
    [InlineData("b 100, p 200", "2025-04-01 until 2025-04-30; 04-01 change p", "2025-04-01..2025-05-01 200")]
    [InlineData("s 10 item", "2025-04-01 quantity 5 until 2025-04-30; 04-16 quantity 10",
        "2025-04-01..2025-05-01 50; 2025-04-16..2025-05-01 -25 50")]
    // amendment.rs: from one to three of an add-on at 100.
    [InlineData("s 100 item", "2026-04-01 quantity 1 until 2026-04-30; 04-16 quantity 3",
        "2026-04-01..2026-05-01 100; 2026-04-16..2026-05-01 -50 150")]
    public async Task Changes_of_plan(string plans, string life, string bills) =>
        Assert.Equal(bills, await _life.Bills(plans, life));

    // periods.rs: 15 of 31 days, 85 of 92 and 351 of 365 up to the first boundary of the billing day.
    [Theory]
    [InlineData("m 31", "2025-01-17 on 1 until 2025-01-31", "2025-01-17..2025-02-01 15")]
    [InlineData("q 92 per quarter", "2025-10-08 on 1 until 2026-01-02",
        "2025-10-08..2026-01-01 85; 2026-01-01..2026-04-01 92")]
    [InlineData("q 92 per quarter", "2025-01-01 on 1 until 2025-01-31", "2025-01-01..2025-04-01 92")]
    [InlineData("y 365 per year", "2025-04-15 on 1 until 2025-12-31", "2025-04-15..2026-04-01 351")]
    public async Task First_parts(string plans, string life, string bills) =>
        Assert.Equal(bills, await _life.Bills(plans, life, "first-period=whole-interval"));

    // plan_change.rs, usage_temporal_split: 10 and 0.10 a call, then 20 and 0.20 from the middle of February on.
    [Fact]
    public async Task Use_is_split_where_the_plan_changes() => Assert.Equal(
        "2025-01-01..2025-02-01 10; 2025-01-01..2025-03-01 10 100; 2025-02-01..2025-03-01 -5 5 10; "
        + "2025-02-15..2025-04-01 20 40",
        await _life.Bills(
            "alpha 10 block 1 at 0.1, beta 20 block 1 at 0.2", "2025-01-01 until 2025-03-02; 02-15 change beta",
            events: "01-10 1000, 02-03 50, 02-20 200"));

    // coupons.rs: what 49 a month comes to, bill by bill; with several coupons each is taken of what the one before
    // left. discount.rs: percentages and amounts off 100; there a percentage always goes first, here the tariff says.
    [Theory]
    [InlineData(49, """ "amount": 10 """, "39")]
    [InlineData(49, """ "percent": 20 """, "39.20 39.20 39.20 39.20 39.20")]
    [InlineData(49, """ "percent": 20, "bills": 2 """, "39.20 39.20 49 49")]
    [InlineData(49, """ "percent": 100, "bills": 1 """, "0 49")]
    [InlineData(49, """ "percent": 60 / "percent": 60 """, "7.84")]
    [InlineData(49, """ "percent": 100 / "percent": 100 """, "0")]
    [InlineData(99, """ "percent": 20 """, "79.20")]
    [InlineData(100, """ "percent": 10 / "percent": 25 """, "67.50")]
    [InlineData(100, """ "percent": 25 / "percent": 10 """, "67.50")]
    [InlineData(100, """ "amount": 15 / "amount": 25 """, "60")]
    [InlineData(100, """ "amount": 80 / "amount": 50 """, "0")]
    [InlineData(100, """ "percent": 10 / "amount": 50 """, "40")]
    [InlineData(100, """ "amount": 50 / "percent": 10 """, "45")]
    public async Task Coupons(int price, string coupons, string totals)
    {
        var count = totals.Split(' ').Length;
        var charges = coupons.Split('/').Select(static (coupon, index) => Charge("discount", $"c{index}", coupon))
            .Prepend(Charge("subscription", "plan", $$"""
                "per": "month", "inAdvance": true, "price": { "kind": "flat", "price": {{price}} }
                """));
        var life = _rate.File(
            "life.json", $$"""{ "start": "2024-01-01", "until": "2024-{{count:00}}-02" }""");

        var bills = await Bills("--tariff", _rate.Tariff(string.Join(", ", charges)), "--usage", life);

        Assert.Equal(totals.Split(' ').Select(Number), bills.EnumerateArray().Select(static bill => Sums(bill).Net));
    }

    // coupons.rs: a coupon waits for the end of a trial.
    [Fact]
    public async Task A_coupon_counts_from_the_first_bill_after_a_trial()
    {
        var charges = string.Join(", ",
            Charge("subscription", "plan", """
                "per": "month", "inAdvance": true, "price": { "kind": "flat", "price": 49 }
                """),
            Charge("discount", "off", """ "percent": 20, "bills": 1 """));
        var life = _rate.File(
            "life.json", """{ "start": "2024-01-01", "trialUntil": "2024-01-15", "until": "2024-02-16" }""");

        var bills = await Bills("--tariff", _rate.Tariff(charges), "--usage", life);

        Assert.Equal([39.20m, 49m], bills.EnumerateArray().Select(static bill => Sums(bill).Net));
    }

    // discount.rs and Polar (server/tests/discount/test_model.py): how an amount is shared over the lines.
    [Theory]
    [InlineData("60 40", "10", "54 36")]
    [InlineData("3.33 3.33 3.34", "1", "3 3 3")]
    [InlineData("10 20", "30", "0 0")]
    [InlineData("10 20", "40", "0 0")]
    [InlineData("10 10", "15", "2.50 2.50")]
    [InlineData("3 12", "7.50", "1.50 6")]
    [InlineData("1 2", "1", "0.67 1.33")]
    public async Task An_amount_is_shared_over_the_lines(string prices, string amount, string left)
    {
        var charges = prices.Split(' ').Select(static (price, index) => Charge("subscription", $"p{index}", $$"""
            "per": "month", "inAdvance": true, "price": { "kind": "flat", "price": {{price}} }
            """, $"c{index}")).Append(Charge("discount", "off", $$""" "amount": {{amount}} """, "of-lines"));
        var taxes = prices.Split(' ').Select(static (_, index) => $$"""
            { "code": "T{{index}}", "text": "T", "percent": 100, "categories": ["c{{index}}"] }
            """);
        var tariff = _rate.Tariff(string.Join(", ", charges), $", \"taxes\": [{string.Join(", ", taxes)}]");
        var life = _rate.File("life.json", """{ "start": "2025-01-01", "until": "2025-01-31" }""");

        var bills = await Bills("--tariff", tariff, "--usage", life);

        // A tax of 100 % is what is left of its category.
        Assert.Equal(left.Split(' ').Sum(Number), Sums(bills[0]).Net);
        Assert.Equal(left.Split(' ').Sum(Number) * 2m, Sums(bills[0]).Total);
    }

    // proration.rs: a one-off charge in the middle of a month is never cut.
    [Fact]
    public async Task A_one_off_charge_is_never_cut()
    {
        var tariff = _rate.Tariff(string.Join(", ",
            Charge("subscription", "plan", """
                "per": "month", "inAdvance": true, "price": { "kind": "flat", "price": 30 }
                """),
            Charge("one-off", "setup", """ "amount": 500, "quantity": 2, "on": "2025-01-23" """)));
        var life = _rate.File("life.json", """{ "start": "2025-01-01", "until": "2025-01-31" }""");

        var bills = await Bills("--tariff", tariff, "--usage", life);

        Assert.Equal([30m, 1000m], bills.EnumerateArray().Select(static bill => Sums(bill).Net));
    }

    // fees.rs: tiers, fees and packages.
    [Theory]
    [InlineData($$"""{ "kind": "graduated", {{Steps}} }""", "150", "125")]
    [InlineData($$"""{ "kind": "volume", {{Steps}} }""", "150", "75")]
    [InlineData("""{ "kind": "graduated", "steps": [{ "price": 1, "fee": 10 }] }""", "5", "15")]
    [InlineData("""{ "kind": "graduated", "steps": [{ "price": 1, "most": 3 }] }""", "5", "3")]
    [InlineData("""{ "kind": "graduated", "steps": [{ "price": 1, "most": 3 }] }""", "2", "2")]
    [InlineData("""{ "kind": "flat", "price": 0.001 }""", "100", "0.10")]
    [InlineData("""{ "kind": "package", "size": 20, "price": 5 }""", "45", "15")]
    public async Task Prices(string price, string quantity, string total) =>
        Assert.Equal(Number(total), await _rate.January(Use(price), quantity));

    public void Dispose()
    {
        _life.Dispose();
        _rate.Dispose();
    }
}
