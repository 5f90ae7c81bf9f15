using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// What the tests of Polar, an open biller of subscriptions, expect of changes inside a period
/// (github.com/polarsource/polar, server/tests/subscription/test_service_prorations.py and
/// server/tests/e2e/lifecycle/test_seat_lifecycle.py).
/// </summary>
public sealed class PolarLifeTests : IDisposable
{
    private readonly PublishedLife _life = new();
    private readonly PublishedRate _rate = new();

    // test_upgrade_base_cases: months, years, leap years, and from one interval to the other, which begins anew.
    [Theory]
    [InlineData("b 100, p 300", "2025-06-01 until 2025-06-30; 06-16 change p", "06-16..2025-07-01 -50 150")]
    [InlineData("b 100, p 300", "2025-06-01 until 2025-06-30; 06-11 change p", "06-11..2025-07-01 -66.67 200")]
    [InlineData("b 100, p 300", "2024-02-18 until 2024-03-17; 02-25 change p", "02-25..2024-03-18 -75.86 227.59")]
    [InlineData("b 1000 per year, p 3000 per year", "2024-08-01 until 2024-12-01; 10-01 change p",
        "10-01..2025-08-01 -832.88 2498.63")]
    [InlineData("b 1000 per year, p 3000 per year", "2024-02-18 until 2024-12-01; 09-05 change p",
        "09-05..2025-02-18 -453.55 1360.66")]
    [InlineData("b 1000 per year, p 3000 per year", "2023-02-18 until 2023-12-01; 09-05 change p",
        "09-05..2024-02-18 -454.79 1364.38")]
    [InlineData("b 100, p 1000 per year", "2025-06-01 until 2025-06-30; 06-16 change p", "06-16..2026-06-16 -50 1000")]
    [InlineData("b 100, p 1000 per year", "2025-06-01 until 2025-06-30; 06-11 change p",
        "06-11..2026-06-11 -66.67 1000")]
    [InlineData("b 100, p 1000 per year", "2024-02-18 until 2024-03-17; 02-25 change p",
        "02-25..2025-02-25 -75.86 1000")]
    [InlineData("b 1000 per year, p 100", "2025-06-01 until 2025-08-30; 08-13 change p", "08-13..2026-06-01 -800 100")]
    [InlineData("b 1000 per year, p 100", "2024-02-18 until 2024-05-01; 04-19 change p",
        "04-19..2025-02-18 -833.33 100")]
    // test_multiple_switches_within_cycle: three changes in one month.
    [InlineData("a 100, b 200, c 300, d 400",
        "2025-06-01 until 2025-06-30; 06-07 change b; 06-13 change c; 06-19 change d",
        "06-07..2025-07-01 -80 160; 2025-06-13..2025-07-01 -120 180; 2025-06-19..2025-07-01 -120 160")]
    // test_customer_with_multiple_subscriptions: each has days of its own.
    [InlineData("a 200, b 400", "2025-06-02 until 2025-07-01; 06-17 change b", "06-17..2025-07-02 -100 200")]
    public async Task Changes_of_plan(string plans, string life, string bills)
    {
        var all = await _life.Bills(plans, life);

        Assert.Equal($"{life[..5]}{bills}", all[(all.IndexOf("; ", StringComparison.Ordinal) + 2)..]);
    }

    // test_e2e_immediate_seats_with_pending_product_change: seats now at the old price, all of them at the new one
    // from the next period on.
    [Theory]
    [InlineData(10, 25, 5, 8, "06-16", "15", "200")]
    [InlineData(15, 25, 5, 10, "06-11", "50", "250")]
    [InlineData(20, 10, 10, 12, "06-16", "20", "120")]
    [InlineData(15, 25, 10, 7, "06-16", "-22.5", "175")]
    public async Task Seats_now_and_a_plan_later(
        int price, int next, int seats, int then, string on, string change, string renewal)
    {
        var bills = await _life.Bills(
            $"a {price} item, b {next} item",
            $"2025-06-01 quantity {seats} until 2025-07-02; {on} quantity {then}; {on} change b period-end");

        var parts = bills.Split("; ");
        Assert.Equal(Number(change), parts[1].Split(' ').Skip(1).Sum(Number));
        Assert.Equal($"2025-07-01..2025-08-01 {renewal}", parts[2]);
    }

    // test_upgrade_renew_downgrade_renew: 10, 8 and 5 a seat by volume; 3, 8 and 4 seats; the changes are on the next
    // bill. Its first one is 17.548…, which it cuts to 17.54; here it is rounded.
    [Fact]
    public async Task Seats_by_volume_on_the_next_bill()
    {
        var tariff = _rate.Tariff(Charge("subscription", "seats", """
            "per": "month", "inAdvance": true, "item": "seat", "price": { "kind": "volume", "steps": [
              { "upTo": 5, "price": 10 }, { "upTo": 10, "price": 8 }, { "price": 5 }] }
            """));
        var life = _rate.File("life.json", """
            { "start": "2025-01-01T12:00", "quantity": 3, "until": "2025-03-02", "actions": [
              { "on": "2025-01-16T12:00", "quantity": 8 }, { "on": "2025-02-15T12:00", "quantity": 4 }] }
            """);

        var bills = await Bills(
        [
            "--tariff", tariff, "--usage", life,
            .. Set("change-billing=next-bill part-count=seconds change-rounding=difference"),
        ]);

        Assert.Equal([30m, 64m + 17.55m, 40m - 12m], bills.EnumerateArray().Select(static bill => Sums(bill).Net));
    }

    // TestSeatComposedProrations: a fee and seats of which fifty are included; 100, then 143, and the included ones.
    [Theory]
    [InlineData(999, 143, "2751.50")]
    [InlineData(999, 100, "1999")]
    [InlineData(200, 1, "200")]
    [InlineData(200, 50, "200")]
    [InlineData(200, 51, "220")]
    public async Task A_fee_and_graduated_seats(int fee, int seats, string total)
    {
        var tariff = _rate.Tariff(string.Join(", ",
            Charge("subscription", "fee", $$"""
                "per": "month", "inAdvance": true, "price": { "kind": "flat", "price": {{fee}} }
                """),
            Charge("subscription", "seats", """
                "per": "month", "inAdvance": true, "item": "seat", "price": { "kind": "graduated", "steps": [
                  { "upTo": 50, "price": 0 }, { "upTo": 100, "price": 20 }, { "upTo": 200, "price": 17.50 },
                  { "price": 15 }] }
                """)));
        var life = _rate.File(
            "life.json", $$"""{ "start": "2024-01-01", "quantity": {{seats}}, "until": "2024-01-31" }""");

        var bills = await Bills("--tariff", tariff, "--usage", life);

        Assert.Equal(Number(total), Sums(bills[0]).Net);
    }

    // test_proration_with_discount_change: from 100 to 1,000 half-way, with discounts of the old and of the new plan.
    [Theory]
    [InlineData(""" "percent": 25 """, """ "percent": 50 """, "75", "212.5")]
    [InlineData("", """ "percent": 50 """, "100", "200")]
    [InlineData(""" "percent": 25 """, "", "75", "462.5")]
    public async Task Discounts_of_both_plans(string old, string then, string first, string change)
    {
        static string Plan(int price, string discount) => Charge("subscription", "plan", $$"""
            "per": "month", "inAdvance": true, "price": { "kind": "flat", "price": {{price}} }
            """) + (discount.Length == 0 ? "" : ", " + Charge("discount", "off", discount));
        var life = _rate.File("life.json", """
            { "start": "2025-06-01", "until": "2025-06-30", "actions": [{ "on": "2025-06-16", "change": "new" }] }
            """);

        var bills = await Bills(
            "--tariff", _rate.Tariff(Plan(100, old), id: "old"), "--tariff", _rate.Tariff(Plan(1000, then), id: "new"),
            "--usage", life);

        Assert.Equal([Number(first), Number(change)], bills.EnumerateArray().Select(static bill => Sums(bill).Net));
    }

    public void Dispose()
    {
        _life.Dispose();
        _rate.Dispose();
    }
}
