using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// Orders that the tests of Cashier for Mollie expect, a biller of subscriptions (github.com/mollie/
/// laravel-cashier-mollie at c10df784, tests, read on 27 November 2026): plans that are swapped, coupons, and taxes.
/// </summary>
public sealed class MollieRateTests : IDisposable
{
    private readonly PublishedRate _rate = new();

    // SwapSubscriptionPlanTest: from 10 a month to 20 a week after two weeks, with a tax of 10 %: −5.48 with −0.55 and
    // 20 with 2.00; another week at 22.
    [Fact]
    public async Task A_month_becomes_weeks()
    {
        var life = """
            { "start": "2018-12-18", "until": "2019-01-09", "actions": [{ "on": "2019-01-01", "change": "weekly" }] }
            """;
        var bills = await Bills(
            "--tariff", Plan("monthly", "month", 10), "--tariff", Plan("weekly", "week", 20),
            "--usage", _rate.File("life.json", life));

        Assert.Equal(
            ["-5.48", "20.00"],
            bills[1].GetProperty("lines").EnumerateArray().Select(static line =>
                line.GetProperty("amount").GetString()!));
        Assert.Equal((14.52m, -6.03m + 22m), Sums(bills[1]));
        Assert.Equal((20m, 22m), Sums(bills[2]));
    }

    // canSwapToAnotherPlanWithImmediatelyAppliedCoupon: on the first day, from 10 to 20, with 5 off that bears no tax.
    [Fact]
    public async Task A_coupon_without_tax_on_a_swap()
    {
        var life = """
            { "start": "2019-01-01", "until": "2019-01-31",
              "actions": [{ "on": "2019-01-01", "change": "premium" }] }
            """;
        var bills = await Bills(
            "--tariff", Plan("basic", "month", 10),
            "--tariff", Plan("premium", "month", 20, Charge("discount", "coupon", """ "amount": 5, "bills": 1 """)),
            "--usage", _rate.File("life.json", life));

        // What it gives back of the first day is 11 with its tax; here nothing was billed for it.
        Assert.Equal(6m + 11m, bills.EnumerateArray().Sum(static bill => Sums(bill).Total));
    }

    [Theory]
    // PercentageCouponTest: half of 150 at 21 %, with and without tax of its own; OrderItemTest, OrderTest: units at
    // 21.5 %. InvoiceTest: of two taxes.
    [InlineData("150", "none:50", "21", "75.00 106.50")]
    [InlineData("150", "a:50", "21", "75.00 90.75")]
    [InlineData("150", "", "21", "150.00 181.50")]
    [InlineData("1.10*4", "", "21.5", "4.40 5.35")]
    [InlineData("123.45 123.45", "", "21.5", "246.90 299.98", "per-line")]
    [InlineData("10*2 10*2 b10*2", "", "21.5 9.5", "60.00 70.50")]
    public async Task Orders(string items, string off, string percents, string sums, string rounding = "per-rate")
    {
        var charges = items.Split(' ').Select(static (item, index) => Item(item, index));
        if (off.Split(':') is [var category, var percent])
            charges = charges.Append(Charge("discount", "off", $$""" "percent": {{percent}} """, category));
        var taxes = string.Join(", ", percents.Split(' ').Select(static (percent, index) => $$"""
            { "code": "V{{index}}", "text": "V", "percent": {{percent}}, "categories": ["{{"ab"[index]}}"] }
            """));
        var bills = await Bills(
            "--tariff", _rate.Tariff(string.Join(", ", charges), $", \"taxes\": [{taxes}]", currency: "EUR"),
            "--usage", _rate.File("life.json", """{ "start": "2019-01-01", "until": "2019-01-02" }"""),
            "--set", $"tax-rounding={rounding}");

        var (net, total) = Sums(bills[0]);
        Assert.Equal(sums.Split(' ').Select(Number), [net, total]);
    }

    public void Dispose() => _rate.Dispose();

    private string Plan(string id, string per, int price, string more = "")
    {
        var plan = Charge("subscription", "plan", $$"""
            "per": "{{per}}", "inAdvance": true, "price": { "kind": "flat", "price": {{price}} }
            """, "a");
        var charges = more.Length > 0 ? $"{plan}, {more}" : plan;
        return _rate.Tariff(
            charges, """, "taxes": [{ "code": "V", "text": "V", "percent": 10, "categories": ["a"] }]""", id, "EUR");
    }

    private static string Item(string item, int index)
    {
        var (category, words) = item[0] == 'b' ? ("b", item[1..].Split('*')) : ("a", item.Split('*'));
        return Charge("one-off", $"item{index}", $$"""
            "amount": {{words[0]}}, "quantity": {{words.ElementAtOrDefault(1) ?? "1"}}
            """, category);
    }
}
