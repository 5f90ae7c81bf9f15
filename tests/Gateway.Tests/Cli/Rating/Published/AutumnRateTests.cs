using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// Amounts that the unit tests of Autumn expect, an open biller of software (github.com/useautumn/autumn,
/// server/tests/unit/billing), and discounts of Frappe Press. Left out are quantities below zero in several tiers,
/// which Autumn counts as those above zero with another sign: here the first tier has them all.
/// </summary>
public sealed class AutumnRateTests : IDisposable
{
    private const string Tiers = "100:0.10 500:0.05 :0.02";
    private const string Allowed = "50:0 150:0.10 550:0.05 :0.02";
    private const string Tokens = "100000:1/1000 :0.5/1000";

    private readonly PublishedRate _rate = new();

    [Theory]
    // invoicing/line-item-utils/graduated-tiers-to-line-amount.test.ts.
    [InlineData("graduated", Tiers, "0", "0")]
    [InlineData("graduated", Tiers, "50", "5")]
    [InlineData("graduated", Tiers, "100", "10")]
    [InlineData("graduated", Tiers, "250", "17.50")]
    [InlineData("graduated", Tiers, "500", "30")]
    [InlineData("graduated", Tiers, "1000", "40")]
    [InlineData("graduated", ":0.1", "100", "10")]
    [InlineData("graduated", ":0.1", "-100", "-10")]
    // Blocks of ten, which are begun.
    [InlineData("graduated", ":1/10", "15", "2")]
    [InlineData("graduated", ":1/10", "20", "2")]
    [InlineData("graduated", ":1/10", "1", "1")]
    // volume-tiers-to-line-amount.test.ts.
    [InlineData("volume", Tiers, "50", "5")]
    [InlineData("volume", Tiers, "100", "10")]
    [InlineData("volume", Tiers, "101", "5.05")]
    [InlineData("volume", Tiers, "250", "12.50")]
    [InlineData("volume", Tiers, "500", "25")]
    [InlineData("volume", Tiers, "1000", "20")]
    [InlineData("volume", Tokens, "50000", "50")]
    [InlineData("volume", Tokens, "150000", "75")]
    [InlineData("volume", Tokens, "1500", "2")]
    [InlineData("volume", Tokens, "99500", "100")]
    // An allowance of fifty is a tier before the others.
    [InlineData("volume", Allowed, "30", "0")]
    [InlineData("volume", Allowed, "50", "0")]
    [InlineData("volume", Allowed, "51", "5.10")]
    [InlineData("volume", Allowed, "120", "12")]
    [InlineData("volume", Allowed, "200", "10")]
    [InlineData("volume", Allowed, "600", "12")]
    [InlineData("volume", "100:0 600:10/100 :5/100", "50", "0")]
    [InlineData("volume", "100:0 600:10/100 :5/100", "300", "30")]
    public async Task Tiers_at_Autumn(string kind, string steps, string quantity, string total) =>
        Assert.Equal(Number(total), await _rate.January(Use(Stepped(kind, steps)), quantity));

    // tiers-to-line-amount.test.ts: prices of which binary fractions would make something else.
    [Theory]
    [InlineData(":0.0033", "7", "0.0231")]
    [InlineData(":0.00123", "13", "0.01599")]
    [InlineData("50:0.0075 :0.0025", "75", "0.4375")]
    [InlineData(":0.33", "3", "0.99")]
    [InlineData(":0.000001", "1000000", "1")]
    [InlineData(":0.1", "3", "0.3")]
    public async Task Small_prices_at_Autumn(string steps, string quantity, string exact)
    {
        var bills = await Bills(
            "--tariff", _rate.Tariff(Use(Stepped("graduated", steps))),
            "--usage", _rate.File("events.csv", Events(quantity)), "--from", "2025-01-01", "--to", "2025-02-01");

        Assert.Equal(Number(exact), Exact(bills));
    }

    [Theory]
    // stripe/discounts/apply-amount-off-discount-to-line-items.spec.ts: no bill goes below nothing.
    [InlineData("50", """ "amount": 10 """, "40")]
    [InlineData("20", """ "amount": 50 """, "0")]
    [InlineData("50 50", """ "amount": 10 """, "90")]
    [InlineData("75 25", """ "amount": 30 """, "70")]
    [InlineData("100 100", """ "amount": 20, "of": ["a"] """, "180")]
    [InlineData("100", """ "amount": 25 """, "75")]
    // apply-percent-off-discount-to-line-items.spec.ts.
    [InlineData("100", """ "percent": 10 """, "90")]
    [InlineData("200", """ "percent": 50 """, "100")]
    [InlineData("50", """ "percent": 100 """, "0")]
    [InlineData("100 100", """ "percent": 50, "of": ["a"] """, "150")]
    [InlineData("100 200 50", """ "percent": 10 """, "315")]
    [InlineData("33", """ "percent": 10 """, "29.70")]
    // apply-stripe-discounts-to-line-items.spec.ts: one after the other, percentages first.
    [InlineData("100", """ "percent": 25 """, "75")]
    [InlineData("100", """ "percent": 10 / "percent": 20 """, "72")]
    [InlineData("100", """ "percent": 20 / "amount": 10 """, "70")]
    [InlineData("80 20", """ "percent": 10 / "amount": 10 """, "80")]
    // Frappe Press (github.com/frappe/press, press/press/doctype/invoice/test_invoice.py), the last of the full price.
    [InlineData("1000 1000", """ "amount": 10, "of": ["a"] """, "1990")]
    [InlineData("1000 1000", """ "percent": 10, "of": ["a"] """, "1900")]
    [InlineData("1000", """ "amount": 50 """, "950")]
    [InlineData("1000", """ "percent": 10 """, "900")]
    [InlineData("1000", """ "percent": 10, "of": ["a"] / "percent": 5, "of": ["a"] """, "850")]
    public async Task Discounts(string prices, string discounts, string net)
    {
        var plans = prices.Split(' ').Select(static (price, index) => Charge("subscription", "abc"[index..][..1], $$"""
            "per": "month", "inAdvance": true, "price": { "kind": "flat", "price": {{price}} }
            """));
        var charges = plans.Concat(discounts.Split('/').Select(static (discount, index) =>
            Charge("discount", $"less-{index}", discount, "of-lines")));
        var life = _rate.File("life.json", """{ "start": "2025-01-01", "until": "2025-01-31" }""");

        var bills = await Bills("--tariff", _rate.Tariff(string.Join(", ", charges)), "--usage", life);

        Assert.Equal(Number(net), Sums(bills[0]).Net);
    }

    public void Dispose() => _rate.Dispose();
}
