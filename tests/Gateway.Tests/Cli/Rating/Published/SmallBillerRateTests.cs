using System.Globalization;
using System.Text.Json;
using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>Amounts of small billers, from their tests, their documentation and an invoice; each named.</summary>
public sealed class SmallBillerRateTests : IDisposable
{
    private readonly PublishedLife _life = new();
    private readonly PublishedRate _rate = new();

    [Theory]
    // Unkey (github.com/unkeyed/unkey, web/internal/billing/src/tiers.test.ts).
    [InlineData("10:1 20:0.50 :0.25", "5", "5")]
    [InlineData("10:1 20:0.50 :0.25", "15", "12.50")]
    [InlineData("10:1 20:0.50 :0.25", "25", "16.25")]
    [InlineData(":0.323", "12125", "3916.375")]
    [InlineData("2500:0 100000:0.0002 500000:0.00015 1000000:0.0001 :0.00005", "3899437", "274.47185")]
    public async Task Tiers_at_Unkey(string steps, string quantity, string exact) =>
        Assert.Equal(Number(exact), Exact(await January(Use(Stepped("graduated", steps)), Events(quantity))));

    // Unkey (web/apps/dashboard/lib/billing/deployPricing.test.ts), from an invoice of its own: seconds of processors,
    // memory and a disk, and traffic. Each line is rounded, which makes a cent more than a sum that is rounded once.
    [Fact]
    public async Task An_invoice_of_Unkey()
    {
        string[] meters =
        [
            "cpu 0.000006944 1142941.51892", "memory 0.000003472 45717656.0512", "disk 0.00000006 11429400",
            "egress 0.05 52.9138888894",
        ];
        var charges = meters.Select(static meter => meter.Split(' ')).Select(static words => Charge(
            "events", words[0], $$"""
            "unit": "u", "aggregation": "sum", "event": "{{words[0]}}",
            "price": { "kind": "flat", "price": {{words[1]}} }
            """));
        var usage = "id,time,name,quantity\n" + string.Concat(meters.Select(static meter => meter.Split(' ')).Select(
            static words => $"{words[0]},2025-01-02T00:00:00Z,{words[0]},{words[2]}\n"));

        var bills = await January(string.Join(", ", charges), usage);

        Assert.Equal(
            [7.94m, 158.73m, 0.69m, 2.65m],
            bills[0].GetProperty("lines").EnumerateArray()
                .Select(static line => Number(line.GetProperty("amount").GetString()!)).ToArray());
        Assert.Equal(170.01m, Sums(bills[0]).Total);
    }

    // Infracost (github.com/infracost/infracost, internal/usage/tier_requests_test.go): how much is in each tier, of
    // which the limits are widths.
    [Theory]
    [InlineData("10000", "5000", "5000 5000")]
    [InlineData("15000", "1000 10000", "1000 10000 4000")]
    [InlineData("50000", "1000 10000 100000", "1000 10000 39000")]
    [InlineData("500000", "1000 10000 100000 1000000", "1000 10000 100000 389000")]
    public async Task Quantities_in_tiers_at_Infracost(string quantity, string widths, string quantities)
    {
        var steps = widths.Split(' ').Select(static width => $$"""{ "width": {{width}}, "price": 1 }""")
            .Append("""{ "price": 1 }""");

        var bills = await January(
            Use($$"""{ "kind": "graduated", "steps": [{{string.Join(", ", steps)}}] }"""), Events(quantity));

        Assert.Equal(quantities, string.Join(' ', bills[0].GetProperty("lines").EnumerateArray()
            .Select(static line => line.GetProperty("quantity").GetString())));
    }

    // Stigg (docs.stigg.io, overages): 300 beyond a thousand, and 300 beyond 500 by the hundred.
    [Theory]
    [InlineData(1, "0.01", 1000, "1300", "3")]
    [InlineData(100, "2", 500, "800", "6")]
    public async Task Overages_at_Stigg(int size, string price, int free, string quantity, string total) =>
        Assert.Equal(Number(total), await _rate.January(
            Use($$"""{ "kind": "package", "size": {{size}}, "price": {{price}}, "free": {{free}} }"""), quantity));

    // Blesta (github.com/blesta/proration, tests/Unit/ProrationTest.php): up to the first day of a month. Left out are
    // times of a day, of which it rounds the days, and a part of three years, which it counts from the start on.
    [Theory]
    [InlineData("2015-01-31", "100", "3.2258")]
    [InlineData("2015-01-02", "100", "96.7742")]
    [InlineData("2015-02-25", "1", "0.1429")]
    [InlineData("2015-02-25", "25.01", "3.5729")]
    public async Task Parts_of_a_month_at_Blesta(string start, string price, string part)
    {
        var tariff = _rate.Tariff(Charge("subscription", "plan", $$"""
            "per": "month", "inAdvance": true, "price": { "kind": "flat", "price": {{price}} }
            """));
        var life = _rate.File("life.json", $$"""{ "start": "{{start}}", "billingDay": 1, "until": "2015-02-28" }""");

        var bills = await Bills("--tariff", tariff, "--usage", life);

        var exact = bills[0].GetProperty("lines")[0].GetProperty("exactAmount").GetString()!;
        Assert.Equal(part, decimal.Round(Number(exact), 4).ToString(CultureInfo.InvariantCulture));
    }

    // An invoice of Stripe (gist.github.com/matthewarkin, "proration date"): from 10 a month, of which there are
    // 881,112 seconds left, to 100 a year; 96.36 to pay.
    [Fact]
    public async Task A_preview_of_Stripe() => Assert.Equal(
        "2017-02-14..2017-03-14 10; 2017-03-03..2018-03-03 -3.64 100",
        await _life.Bills(
            "m 10, y 100 per year", "2017-02-14T00:00 until 2017-03-10; 2017-03-03T19:14:48 change y",
            "part-count=seconds"));

    public void Dispose()
    {
        _life.Dispose();
        _rate.Dispose();
    }

    private Task<JsonElement> January(string charges, string events) => Bills(
        "--tariff", _rate.Tariff(charges), "--usage", _rate.File("events.csv", events),
        "--from", "2025-01-01", "--to", "2025-02-01");
}
