using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// Roundings, taxes, discounts and promises by the hour that the tests of Flexprice expect, an open biller of usage
/// (github.com/flexprice/flexprice at e4b5303f, internal/types/currency_rounding_test.go and internal/ee/service:
/// rounding_test.go, tax_rounding_test.go, billing_commitment_test.go, read on 27 November 2026).
/// </summary>
public sealed class FlexpriceRateTests : IDisposable
{
    private readonly PublishedMeter _meter = new();
    private readonly PublishedRate _rate = new();

    [Theory]
    [InlineData("USD", "10.275", "10.28")]
    [InlineData("EUR", "10.275", "10.28")]
    [InlineData("GBP", "10.275", "10.28")]
    [InlineData("JPY", "1000.5", "1001")]
    [InlineData("KRW", "1000.5", "1001")]
    [InlineData("VND", "1000.5", "1001")]
    [InlineData("CLP", "1000.5", "1001")]
    [InlineData("INR", "100.556", "100.56")]
    [InlineData("SGD", "100.556", "100.56")]
    [InlineData("AUD", "100.556", "100.56")]
    [InlineData("CAD", "100.556", "100.56")]
    [InlineData("USD", "0.004", "0.00")]
    [InlineData("USD", "0.005", "0.01")]
    [InlineData("USD", "0.014", "0.01")]
    public async Task Amounts_in_their_currency(string currency, string amount, string rounded) =>
        Assert.Equal(Number(rounded), await _meter.Month($"month {amount}", 0, settings: currency));

    // Tax of an amount: what there is with it.
    [Theory]
    [InlineData("USD", "100.00", "8.875", "8.88")]
    [InlineData("EUR", "99.99", "20", "20.00")]
    [InlineData("USD", "123.45", "7.25", "8.95")]
    [InlineData("USD", "100.00", "33.333", "33.33")]
    [InlineData("JPY", "1000", "10", "100")]
    [InlineData("JPY", "999", "10.5", "105")]
    [InlineData("USD", "100.00", "0.01", "0.01")]
    [InlineData("USD", "1.00", "0.1", "0.00")]
    [InlineData("USD", "99.99", "8.875 2.125 0.5", "11.49")]
    [InlineData("JPY", "1000", "8 2", "100")]
    [InlineData("USD", "999999.99", "10", "100000.00")]
    [InlineData("USD", "100.00", "0.001", "0.00")]
    [InlineData("USD", "10.00", "12.51", "1.25")]
    public async Task Taxes(string currency, string amount, string percents, string tax)
    {
        var taxes = string.Join(", ", percents.Split(' ').Select(static (percent, index) => $$"""
            { "code": "T{{index}}", "text": "T", "percent": {{percent}}, "categories": ["t"] }
            """));
        Assert.Equal(
            Number(amount) + Number(tax),
            await _meter.Month($"month/base/t {amount}", 0, settings: currency, taxes: taxes));
    }

    // A percentage or an amount off; no price goes below nothing.
    [Theory]
    [InlineData("USD", "10.00", "percent", "15.5", "8.45")]
    [InlineData("USD", "10.00", "percent", "33.333", "6.67")]
    [InlineData("USD", "100.00", "percent", "0.5", "99.50")]
    [InlineData("JPY", "1000", "percent", "15.5", "845")]
    [InlineData("JPY", "1000", "percent", "33.333", "667")]
    [InlineData("USD", "1.00", "percent", "0.1", "1.00")]
    [InlineData("USD", "100.00", "percent", "99", "1.00")]
    [InlineData("USD", "10.00", "amount", "15.00", "0.00")]
    [InlineData("JPY", "1000", "amount", "150", "850")]
    [InlineData("USD", "1.00", "amount", "0.99", "0.01")]
    public async Task Discounts(string currency, string price, string kind, string off, string final)
    {
        var charges = string.Join(", ",
            Charge("subscription", "plan", $$"""
                "per": "month", "inAdvance": true, "price": { "kind": "flat", "price": {{price}} }
                """),
            Charge("discount", "off", $$""" "{{kind}}": {{off}} """));
        var bills = await Bills(
            "--tariff", _rate.Tariff(charges, currency: currency),
            "--usage", _rate.File("life.json", """{ "start": "2025-01-01", "until": "2025-01-02" }"""));
        Assert.Equal(Number(final), Sums(bills[0]).Net);
    }

    // An hour promises 10 at 2 each, and what is beyond costs twice as much; an hour that is not used costs nothing.
    [Theory]
    [InlineData("9:2 10:8", "32")]
    [InlineData("9:2 10:2", "20")]
    public async Task Hours_with_a_promise(string hours, string total) =>
        Assert.Equal(Number(total), await Hours([Hourly("use", "5:2 :4", 10)], hours));

    // From nine to noon an hour promises 5 at 2 each, which are not due where they are not used; at other hours 10.
    [Fact]
    public async Task Hours_with_two_promises() => Assert.Equal(
        47m, await Hours([Hourly("day", "2.5:2 :4", 0), Hourly("use", ":1", 10)], "9:10:day 10:1:day 18:3"));

    // Four units at 1 are promised until six in the morning, others cost twice as much; at other hours each costs 3.
    // And an hour from nine to noon costs 5 for each unit in place of 1.
    [Theory]
    [InlineData("4:1 :2", ":3", "2:10:day 10:5", "31")]
    [InlineData("10:5 :5", ":1", "9:60:day 10:40:day 0:30", "530")]
    public async Task Hours_of_a_day_with_a_promise(string early, string other, string hours, string total) =>
        Assert.Equal(Number(total), await Hours([Hourly("day", early, 0), Hourly("use", other, 0)], hours));

    public void Dispose()
    {
        _meter.Dispose();
        _rate.Dispose();
    }

    private async Task<decimal> Hours(string[] charges, string hours)
    {
        var events = string.Concat(hours.Split(' ').Select(static one => one.Split(':')).Select(static (one, index) =>
            $"{index},2026-01-01T{one[0].PadLeft(2, '0')}:00:00Z,{one.ElementAtOrDefault(2) ?? "use"},{one[1]}\n"));
        var bills = await Bills(
            "--tariff", _rate.Tariff(string.Join(", ", charges)),
            "--usage", _rate.File("hours.csv", "id,time,name,quantity\n" + events),
            "--from", "2026-01-01", "--to", "2026-02-01");
        return Sums(bills[0]).Net;
    }

    private static string Hourly(string name, string steps, int least)
    {
        var price = steps[0] == ':'
            ? $$"""{ "kind": "flat", "price": {{steps[1..]}} }"""
            : Stepped("graduated", steps);
        return Charge("events", name, $$"""
            "unit": "u", "aggregation": "sum", "event": "{{name}}",
            "price": { "kind": "per-window", "window": "hour", "price": {{price}}, "least": {{least}} }
            """);
    }
}
