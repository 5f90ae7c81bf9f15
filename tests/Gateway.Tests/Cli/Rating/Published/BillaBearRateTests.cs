using System.Globalization;
using System.Text.Json;
using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// Invoices that the scenarios of BillaBear expect, an open biller of subscriptions (github.com/billabear/billabear,
/// features/Invoice/Pricing).
/// </summary>
public sealed class BillaBearRateTests : IDisposable
{
    private const string Tens = "10:0+10 :0+15";
    private const string Twenties = "20:0+10 :0+15";
    private const string Thirds = "20:0+10 30:0+15 :0+15";
    private const string Colours = "01-20 10 1 - -; 01-21 10 1 - blue; 01-22 10 1 - yellow";
    private const string Three = "01-10 15 2 12 -; 01-18 15 2 35 -; 01-25 15 2 25 -";

    private readonly PublishedRate _rate = new();

    [Theory]
    // tiered_graduated.feature.
    [InlineData("graduated", Tens, 5, "10")]
    [InlineData("graduated", Tens, 50, "25")]
    [InlineData("graduated", "10:0+10 20:0+15 :0+25", 15, "25")]
    [InlineData("graduated", "10:0+10 20:10+15 :0+25", 15, "75")]
    [InlineData("graduated", "10:15+10 20:10+15 :5+25", 25, "325")]
    // tiered_volume.feature.
    [InlineData("volume", Tens, 50, "15")]
    [InlineData("volume", Tens, 9, "10")]
    [InlineData("volume", "10:10+10 :0+15", 9, "100")]
    [InlineData("volume", "10:10+10 :2", 11, "22")]
    // per_unit.feature and package.feature.
    [InlineData("graduated", ":10", 50, "500")]
    [InlineData("package", "", 50, "50")]
    public async Task Seats(string kind, string steps, int seats, string total)
    {
        var price = kind == "package" ? """{ "kind": "package", "size": 10, "price": 10 }""" : Stepped(kind, steps);
        var tariff = _rate.Tariff(Charge("subscription", "plan", $$"""
            "per": "month", "inAdvance": true, "item": "seat", "price": {{price}}
            """));
        var life = _rate.File("life.json", string.Create(CultureInfo.InvariantCulture, $$"""
            { "start": "2025-01-01", "quantity": {{seats}}, "until": "2025-01-03" }
            """));

        var bills = await Bills("--tariff", tariff, "--usage", life);

        Assert.Equal(Number(total), Sums(bills[0]).Net);
    }

    // Usage/count_…, latest_…, max_…, sum_… and unique_count_tiered_graduated.feature. Events are a day, how many, a
    // value, an hour and a colour; "only" counts the yellow ones, "not" all others.
    [Theory]
    [InlineData("count", Tens, "01-20 15 1 - -", "", "25")]
    [InlineData("count", "10:0+10 25:0+15 :0+15", Colours, "not", "25")]
    [InlineData("count", Tens, "01-20 10 1 - -; 01-21 10 1 - yellow", "not", "10")]
    [InlineData("count", "10:0+10 14:0+15 :0+15", "01-20 5 1 - -; 01-21 15 1 - yellow", "not", "10")]
    [InlineData("count", Tens, "01-20 15 1 - -; 01-21 5 1 - yellow", "only", "10")]
    [InlineData("latest", Thirds, Three, "", "25")]
    [InlineData("latest", Twenties, "01-10 5 1 26 -; 01-18 5 1 16 -", "", "10")]
    [InlineData("latest", Twenties, "01-20 5 1 16 -; 01-22 5 1 46 -", "", "25")]
    [InlineData("latest", Twenties, "01-20 5 1 56 yellow; 01-21 5 1 16 yellow; 01-20 16 1 26 blue", "only", "10")]
    [InlineData("latest", Twenties, "01-20 5 1 16 yellow; 01-20 16 2 16 blue; 01-22 16 2 26 blue", "not", "25")]
    [InlineData("max", Twenties, "01-20 15 2 12 -; 01-21 15 2 25 -", "", "25")]
    [InlineData("max", Twenties, "01-20 5 1 16 -", "", "10")]
    [InlineData("max", Twenties, "01-20 5 1 16 yellow; 01-20 16 1 26 blue", "only", "10")]
    [InlineData("max", Twenties, "01-20 5 1 16 yellow; 01-20 16 2 26 blue", "not", "25")]
    [InlineData("sum", Twenties, "01-20 15 2 - -", "", "25")]
    [InlineData("sum", Twenties, "01-20 5 1 - -", "", "10")]
    [InlineData("sum", Twenties, "01-20 5 1 - yellow; 01-20 16 1 - blue", "only", "10")]
    [InlineData("sum", Twenties, "01-20 5 1 - yellow; 01-20 16 2 - blue", "not", "25")]
    [InlineData("sum", Twenties, "01-20 5 1.5 - yellow; 01-20 16 2.5 - blue", "not", "25")]
    [InlineData("unique", Thirds, Three, "", "10")]
    [InlineData("unique", "2:0+10 :0+15", Three, "", "25")]
    public async Task Use_in_tiers(string aggregation, string steps, string events, string filter, string total)
    {
        var bills = await Month(aggregation, Stepped("graduated", steps), events, filter);

        Assert.Equal(Number(total), Sums(bills[0]).Net);
    }

    // count_tiered_graduated.feature: each week begins anew, a year has all. package.feature: 99 in tens at 2.50.
    [Fact]
    public async Task Use_of_a_week_a_year_and_packages()
    {
        var tiers = Stepped("graduated", Tens);

        var weeks = await Month(
            "count", tiers, "01-08 15 1 - -; 01-22 10 1 - -", "", "2025-01-06..2025-01-20..2025-01-27");
        var year = await Month("count", tiers, "02-20 15 1 - -; 04-22 10 1 - -", "", "2025-01-01..2026-01-01");
        var packages = await Month(
            "sum", """{ "kind": "package", "size": 10, "price": 2.50 }""", "01-20 99 1 - -", "");

        Assert.Equal(
            [10m, 25m, 25m], new[] { weeks[1], year[0], packages[0] }.Select(static bill => Sums(bill).Net).ToArray());
    }

    // MetricTypes/continuous_metric.feature: what a count that never begins anew has grown since the last invoice, from
    // 15 to 25 in the tiers of all of it.
    [Fact]
    public async Task A_continuous_metric()
    {
        var charge = Charge("events", "use", """
            "unit": "u", "aggregation": "running-sum", "event": "use",
            "price": { "kind": "tiers", "per": "life",
              "steps": [{ "upTo": 10, "price": 0, "fee": 1000 }, { "price": 1 }] }
            """);
        var bills = await Bills(
            "--tariff", _rate.Tariff(charge), "--usage",
            _rate.File("events.csv", Rows("01-20 15 1 - -; 02-20 10 1 - -")),
            "--cycle", "2025-01-01..2025-02-01..2025-03-01");

        Assert.Equal([1005m, 10m], bills.EnumerateArray().Select(static bill => Sums(bill).Net).ToArray());
    }

    public void Dispose() => _rate.Dispose();

    private async Task<JsonElement> Month(
        string aggregation, string price, string events, string filter, string cycle = "2025-01-01..2025-02-01")
    {
        var exclude = filter == "not" ? """, "exclude": true""" : "";
        var filters = filter.Length == 0
            ? ""
            : $$""", "filters": [{ "property": "colour", "values": ["yellow"]{{exclude}} }]""";
        var field = aggregation is "count" or "sum" ? "" : """, "field": "hour" """;
        var charge = Charge("events", "use", $$"""
            "unit": "u", "aggregation": "{{aggregation}}", "event": "use", "price": {{price}}{{filters}}{{field}}
            """);
        return await Bills(
            "--tariff", _rate.Tariff(charge), "--usage", _rate.File("events.csv", Rows(events)), "--cycle", cycle);
    }

    private static string Rows(string events)
    {
        var rows = events.Split("; ").Select(static one => one.Replace(" -", " ", StringComparison.Ordinal).Split(' '))
            .SelectMany(static words => Enumerable.Repeat(
                $"2025-{words[0]}T10:00:00Z,use,{words[2]},{words[3]},{words[4]}",
                int.Parse(words[1], CultureInfo.InvariantCulture)))
            .Select(static (row, index) => $"{index},{row}\n");
        return "id,time,name,quantity,hour,colour\n" + string.Concat(rows);
    }
}
