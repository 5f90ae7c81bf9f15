using System.Globalization;
using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// What the scenarios of Lago (getlago/lago-api, spec/scenarios) come to: current_usage by charge model and by
/// aggregation, and spending_minimum.
/// </summary>
public sealed class LagoScenarioRateTests : IDisposable
{
    private const string Graduated = """
        { "kind": "graduated", "steps": [{ "upTo": 5, "price": 10, "fee": 100 }, { "price": 5, "fee": 50 }] }
        """;
    private const string Volume = """
        { "kind": "volume", "steps": [{ "upTo": 10, "price": 5, "fee": 100 }, { "price": 2, "fee": 50 }] }
        """;
    private const string Packages = """{ "kind": "package", "size": 10, "price": 100 }""";
    private const string FreePackages = """{ "kind": "package", "size": 10, "price": 100, "free": 5 }""";

    private readonly PublishedRate _rate = new();

    [Theory]
    [InlineData("""{ "kind": "flat", "price": 12.5 }""", 4, "50")]
    [InlineData(Graduated, 3, "130")]
    [InlineData(Graduated, 8, "215")]
    [InlineData(Volume, 5, "125")]
    [InlineData(Volume, 15, "80")]
    [InlineData(Packages, 3, "100")]
    [InlineData(Packages, 15, "200")]
    [InlineData(FreePackages, 3, "0")]
    [InlineData(FreePackages, 12, "100")]
    // graduated_spec.rb: without any event the fee of the first range is due.
    [InlineData(Graduated, 0, "100")]
    public async Task Events_that_are_counted(string price, int count, string total) => Assert.Equal(
        Number(total),
        await _rate.January(Aggregated("count", price), string.Join(' ', Enumerable.Repeat("1", count))));

    [Theory]
    // max_agg_spec.rb, event after event.
    [InlineData("max", 10, "5", "50")]
    [InlineData("max", 10, "5 20", "200")]
    [InlineData("max", 10, "5 20 3", "200")]
    [InlineData("max", 10, "", "0")]
    // latest_agg_spec.rb.
    [InlineData("latest", 5, "10", "50")]
    [InlineData("latest", 5, "10 3", "15")]
    [InlineData("latest", 5, "10 3 50", "250")]
    public async Task Events_of_which_one_counts(string aggregation, int price, string values, string total) =>
        Assert.Equal(
            Number(total),
            await _rate.January(Aggregated(aggregation, $$"""{ "kind": "flat", "price": {{price}} }"""), values));

    // dynamic_spec.rb: events that bring what they cost, 10.1 and 901.9 cents.
    [Theory]
    [InlineData("0.101", "0.10")]
    [InlineData("0.101 9.019", "9.12")]
    public async Task Events_that_bring_their_amount(string amounts, string total)
    {
        var usage = _rate.File("amounts.csv", Events(amounts, "amount"));

        var bills = await Bills(
            "--tariff", _rate.Tariff(Use("""{ "kind": "percentage", "percent": 100 }""")), "--usage", usage,
            "--from", "2025-01-01", "--to", "2025-02-01");

        Assert.Equal(Number(total), Sums(bills[0]).Net);
    }

    // weighted_sum_agg_spec.rb: 2,500 from 5 March on, 2,000 less from 4 April and 200 less from the sixth.
    [Fact]
    public async Task A_level_is_kept_between_periods()
    {
        const string Levels = """
            id,time,name,quantity
            1,2023-03-05T00:00:00Z,use,2500
            2,2023-04-04T00:00:00Z,use,-2000
            3,2023-04-06T00:00:00Z,use,-200
            """;
        var charge = Aggregated("weighted-sum", """{ "kind": "flat", "price": 1 }""");

        var bills = await Bills(
            "--tariff", _rate.Tariff(charge), "--usage", _rate.File("levels.csv", Levels),
            "--from", "2023-03-05", "--to", "2023-05-01", "--set", "partial-use=period");

        Assert.Equal([2177.42m, 533.33m], bills.EnumerateArray().Select(static bill => Sums(bill).Net));
    }

    // spending_minimum_spec.rb: an event of 8 and at least 10 a month, ended on 25 February, which counts; tax of 20 %.
    [Fact]
    public async Task What_is_spent_at_least_is_cut_by_days()
    {
        var charges = string.Join(", ",
            Charge("events", "use", """
                "unit": "u", "aggregation": "count", "event": "use", "price": { "kind": "flat", "price": 8 }
                """, "s"),
            Charge("commitment", "least", """ "per": "month", "amount": 10, "of": ["use"] """, "s"));
        const string Taxes = """
            , "taxes": [{ "code": "V", "text": "V", "percent": 20, "categories": ["s"] }]
            """;

        var bills = await Bills(
            "--tariff", _rate.Tariff(charges, Taxes), "--usage",
            _rate.File("event.csv", "id,time,name\n1,2023-02-25T06:00:00Z,use\n"),
            "--from", "2023-02-01", "--to", "2023-02-26");

        Assert.Equal((8.93m, 10.72m), Sums(bills[0]));
    }

    // standard_spec.rb: hours of a cloud at 0.08 and 0.10, others at 0.12.
    [Fact]
    public async Task Filters_have_prices_of_their_own()
    {
        (string Cloud, decimal Price)[] clouds = [("aws", 0.08m), ("gcp", 0.10m)];
        var charges = string.Join(", ", clouds.Select(static cloud => Charge("events", cloud.Cloud, string.Create(
            CultureInfo.InvariantCulture, $$"""
                "unit": "hour", "aggregation": "sum", "event": "use", "field": "hours",
                "filters": [{ "property": "cloud", "values": ["{{cloud.Cloud}}"] }],
                "price": { "kind": "flat", "price": {{cloud.Price}} }
                """))));

        var bills = await Bills(
            "--tariff", _rate.Tariff(charges), "--usage", _rate.File("hours.csv", """
                id,time,name,cloud,hours
                1,2025-01-06T00:00:00Z,use,aws,100
                2,2025-01-06T00:00:00Z,use,gcp,200
                """),
            "--from", "2025-01-01", "--to", "2025-02-01");

        Assert.Equal(28m, Sums(bills[0]).Net);
    }

    public void Dispose() => _rate.Dispose();

    private static string Aggregated(string aggregation, string price) =>
        Use(price).Replace("\"sum\"", $"\"{aggregation}\"", StringComparison.Ordinal);
}
