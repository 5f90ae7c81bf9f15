using System.Globalization;
using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// Lines that are billed by the 95th percentile, and requests that count for at least so much, as those who sell them
/// work them out; each with its address, read on 27 November 2026.
/// </summary>
public sealed class BurstRateTests : IDisposable
{
    private const string Percentile = """ "unit": "Mbit/s", "aggregation": "percentile", "percentile": 95, """;

    private readonly PublishedRate _rate = new();

    [Theory]
    // bsi-mt.notion.site, calculating the 95th percentile: of a hundred measurements the 95th.
    [InlineData(100, "95")]
    // docs.swiftfederation.com, 95th percentile: of 8,640 in a month 432 are left out, the next is the 8,208th.
    [InlineData(8640, "8208")]
    // The best of twenty is left out; of fewer all count.
    [InlineData(20, "19")]
    [InlineData(19, "19")]
    [InlineData(1, "1")]
    [InlineData(0, "0")]
    public async Task The_highest_twentieth_is_left_out(int measurements, string billed)
    {
        var charge = Charge(
            "events", "line", $$""" {{Percentile}} "price": { "kind": "flat", "price": 1 } """);
        // Each value once, in no order.
        var rows = Enumerable.Range(1, measurements).Select(place => string.Create(
            CultureInfo.InvariantCulture,
            $"{place},2025-01-{(place % 30) + 1:00}T10:00:00Z,use,{place * 7919 % (measurements + 1)}\n"));

        var total = await RateCommand.Total(
        [
            "--tariff", _rate.Tariff(charge),
            "--usage", _rate.File("events.csv", "id,time,name,quantity\n" + string.Concat(rows)),
            "--from", "2025-01-01", "--to", "2025-02-01",
        ]);

        Assert.Equal(Number(billed), Number(total));
    }

    [Theory]
    [InlineData("min", "3 1 2", "1")]
    [InlineData("average", "3 1 2 4", "2.5")]
    [InlineData("average", "1 1 2", "1.33")]
    [InlineData("average", "", "0")]
    public async Task The_lowest_and_the_mean(string aggregation, string values, string total) => Assert.Equal(
        Number(total),
        await _rate.January(
            Charge("events", "use", $$"""
                "unit": "u", "aggregation": "{{aggregation}}", "price": { "kind": "flat", "price": 1 }
                """),
            values));

    [Theory]
    // aws.amazon.com/athena/pricing: a query is rounded up to a megabyte and counts for at least ten.
    [InlineData(""" "rounding": "up", "least": 10 """, "0.2 10.5 25", "46")]
    // aws.amazon.com/ec2/pricing: by the second, at least a minute.
    [InlineData(""" "least": 60 """, "20 75", "135")]
    // Nothing counts for nothing.
    [InlineData(""" "rounding": "up", "least": 10 """, "0 4", "10")]
    // Each message by begun parts of 153 letters.
    [InlineData(""" "size": 153, "rounding": "up" """, "100 160 459", "6")]
    public async Task Each_by_itself(string each, string values, string total) => Assert.Equal(
        Number(total),
        await _rate.January(
            Use("""{ "kind": "flat", "price": 1 }""", $$""", "each": { {{each}} }"""), values));

    // aws.amazon.com/s3/faqs, Express One Zone, its first example: each part is a line of its own.
    [Fact]
    public async Task Requests_and_storage()
    {
        string Part(string code, string price) => Charge("events", code, $$"""
            "unit": "u", "aggregation": "sum", "event": "use",
            "filters": [{ "property": "kind", "values": ["{{code}}"] }],
            "price": { "kind": "flat", "price": {{price}} }
            """);
        var tariff = _rate.Tariff(string.Join(", ", Part("gb", "0.11"), Part("put", "0.00000113"),
            Part("get", "0.00000003"), Part("up", "0.0032"), Part("down", "0.0006")));
        var events = _rate.File("events.csv", "id,time,name,kind,quantity\n"
            + "1,2025-01-02T00:00:00Z,use,gb,10\n2,2025-01-02T00:00:00Z,use,put,1000000\n"
            + "3,2025-01-02T00:00:00Z,use,get,9000000\n4,2025-01-02T00:00:00Z,use,up,9.5367431640625\n"
            + "5,2025-01-02T00:00:00Z,use,down,85.8306884765625\n");

        Assert.Equal("2.58", await RateCommand.Total(
            "--tariff", tariff, "--usage", events, "--from", "2025-01-01", "--to", "2025-02-01"));
    }

    public void Dispose() => _rate.Dispose();
}
