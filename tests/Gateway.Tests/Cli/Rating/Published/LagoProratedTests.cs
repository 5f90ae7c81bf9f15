using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// Graduated charges of Lago whose units count by days, with flat fees, in arrears and event by event, as its tests
/// expect them (getlago/lago-api at 04a880c4, spec/scenarios/charge_models/prorated_graduated_spec.rb,
/// spec/services/charge_models and spec/scenarios/fees/advance_graduated_*_spec.rb, read on 27 November 2026).
/// </summary>
public sealed class LagoProratedTests : IDisposable
{
    private const string Three = "5:10+100 15:5+50 :2";

    private readonly PublishedRate _rate = new();

    // Units that are added and taken away; the fees are those of the highest number.
    [Theory]
    [InlineData(Three, "09-10 2", "2023-09", "114.00")]
    [InlineData(Three, "09-10 2, 09-16 5", "2023-09", "184.00")]
    [InlineData(Three, "09-10 2, 09-16 5, 09-20 -6", "2023-09", "165.67")]
    [InlineData(Three, "09-10 2, 09-16 5, 09-20 -6, 09-25 10", "2023-09", "179.67")]
    [InlineData(Three, "09-10 2, 09-16 5, 09-20 -6, 09-25 10, 09-26 4", "2023-09", "183.00")]
    [InlineData(Three, "09-10 2, 09-16 5, 09-20 -6, 09-25 10, 09-26 4, 09-30 60", "2023-09", "187.00")]
    [InlineData(Three, "09-30 75", "2023-10", "370.00")]
    [InlineData(Three, "09-30 75, 10-17 20", "2023-10", "389.35")]
    // Begun on the 18th, by an upgrade: 95 for 14 of 31 days. Left out is the part before it, 273.23: there 75 units
    // count for 17 days, without the last one, and 20 from the 17th on for two, with it.
    [InlineData(Three, "09-30 75, 10-17 20", "2023-10-18..2023-11-01", "267.42")]
    [InlineData(Three, "09-30 75, 10-17 20", "2023-11", "410.00")]
    // Units of before the first bill.
    [InlineData("5:0 :12", "11-07 5, 11-07 5", "2023-12", "60.00")]
    [InlineData("5:0 :12", "2023-11-07 10, 01-06 2", "2024-01", "80.13")]
    [InlineData("5:0 :10", "10-05 4, 10-05 3, 11-05 -1", "2023-12", "10.00")]
    [InlineData("5:0 :10", "10-05 4, 10-05 3, 11-05 -1, 12-07 1", "2023-12", "18.06")]
    [InlineData("5:0 :10", "10-05 4, 10-05 3, 11-05 -1, 12-07 1", "2023-12-01..2023-12-08", "2.58")]
    // Below zero nothing is due, and no fee.
    [InlineData("5:10+100 :5+50", "09-10 5, 09-20 -100", "2023-09", "0.00")]
    public async Task Sums(string steps, string events, string days, string amount) =>
        Assert.Equal(Number(amount), await Billed("prorated-sum", steps, events, days, "negative-use=nothing"));

    // Values that come, go and come back, which then take a step of their own.
    [Theory]
    [InlineData("1:10+100 :5+50", "09-10 a", "2023-09", "107.00")]
    [InlineData("1:10+100 :5+50", "09-10 a, 09-12 -a", "2023-09", "101.00")]
    [InlineData("1:10+100 :5+50", "09-10 a, 09-12 -a, 09-14 a", "2023-09", "153.83")]
    [InlineData("1:10+100 :5+50", "09-10 a, 09-12 -a, 09-14 a, 09-15 b", "2023-09", "156.50")]
    [InlineData("1:10+100 :5+50", "09-10 a, 09-12 -a, 09-14 a, 09-15 b, 09-16 b, 09-20 c", "2023-09", "158.33")]
    [InlineData("1:10+100 :5+50", "09-14 a, 09-15 b, 09-20 c", "2023-10", "170.00")]
    [InlineData("1:10+100 :5+50", "09-14 a, 09-15 b, 09-20 c, 10-17 d", "2023-10", "172.42")]
    [InlineData("5:10+100 :5+50", "10-10 a", "2023-10", "107.10")]
    [InlineData("5:10+100 :5+50", "10-10 a, 10-20 b", "2023-10", "110.97")]
    [InlineData("5:10+100 :5+50", "10-10 a, 10-20 b, 10-20 c, 10-20 d, 10-20 e", "2023-10", "122.58")]
    [InlineData("5:10+100 :5+50", "10-10 a, 10-20 b, 10-20 c, 10-20 d, 10-20 e, 10-25 f", "2023-10", "173.71")]
    [InlineData("5:10+100 :5+50", "10-10 a, 10-20 b, 10-20 c, 10-20 d, 10-20 e, 10-25 f", "2023-11", "205.00")]
    [InlineData("1:5+10 :15+30", "10-05 a", "2023-12", "15.00")]
    [InlineData("1:5+10 :15+30", "10-05 a, 12-07 b", "2023-12", "57.10")]
    [InlineData("1:5+10 :15+30", "10-05 a, 12-07 b", "2023-12-01..2023-12-08", "41.61")]
    public async Task Unique_counts(string steps, string events, string days, string amount) =>
        Assert.Equal(Number(amount), await Billed("prorated-unique", steps, events, days, "prorated-steps=added"));

    // fixed_charge_service_spec.rb: 62 from the 22nd and 3.1 from the 27th on, of which the last decides the step.
    [Fact]
    public async Task Fixed_charges() => Assert.Equal(
        11.05m,
        await Billed("prorated-sum", "5:0.1+10 :2+20", "03-22 62, 03-27 -58.9", "2023-03-17..2023-04-01",
            "prorated-steps=last"));

    // Each event is billed as it comes: a flat fee once, and steps anew where another price begins on the 15th.
    [Theory]
    [InlineData("""{ "kind": "flat", "price": 1 }""", "50", "10 80, 20 40", "80 130")]
    [InlineData("""{ "kind": "flat", "price": 1 }""", "0", "10 80, 20 40", "80 80")]
    [InlineData("""{ "kind": "flat", "price": 1 }""", "50", "10 80, 20 40, 25 30", "80 130 60")]
    [InlineData("""{ "kind": "flat", "price": 1 }""", "50", "10 80, 20 40, 25 80", "80 130 150")]
    [InlineData("""{ "kind": "flat", "price": 1 }""", "50", "20 40", "130")]
    [InlineData("""{ "kind": "graduated", "steps": [{ "upTo": 100, "price": 1 }, { "price": 0.8 }] }""", "0",
        "10 80, 20 40", "80 80")]
    [InlineData("""{ "kind": "flat", "price": 0 }""", "0", "05 100, 20 40", "0 80")]
    public async Task Event_by_event(string first, string fee, string events, string amounts)
    {
        string Version(int number, string from, string price) => $$"""
            { "number": {{number}}, "validFrom": "{{from}}", "charges": [{{Charge("events", "use", $$"""
                "unit": "u", "aggregation": "sum", "event": "use", "per": "event", "price": {{price}}
                """)}}] }
            """;
        var second = $$"""
            { "kind": "graduated", "steps": [{ "upTo": 100, "price": 2, "fee": {{fee}} }, { "price": 1.5 }] }
            """;
        var tariff = _rate.File("rates.json", $$"""
            { "id": "t", "name": "t", "currency": "USD",
              "versions": [{{Version(1, "2027-01-01", first)}}, {{Version(2, "2027-01-15", second)}}] }
            """);
        var usage = "id,time,name,quantity\n" + string.Concat(events.Split(", ").Select(static (one, index) =>
            $"{index},2027-01-{one.Split(' ')[0]}T12:00:00Z,use,{one.Split(' ')[1]}\n"));

        var bills = await Bills(
            "--tariff", tariff, "--usage", _rate.File("events.csv", usage), "--from", "2027-01-01", "--to",
            "2027-02-01");

        Assert.Equal(amounts, string.Join(' ', bills[0].GetProperty("lines").EnumerateArray()
            .Select(static line => $"{Number(line.GetProperty("amount").GetString()!):0.##}")));
    }

    public void Dispose() => _rate.Dispose();

    private async Task<decimal> Billed(
        string aggregation, string steps, string events, string days, string settings)
    {
        var charge = Charge("events", "use", $$"""
            "unit": "u", "aggregation": "{{aggregation}}", "event": "use",
            "field": "{{(aggregation == "prorated-sum" ? "quantity" : "user")}}",
            "price": {{Stepped("graduated", steps)}}
            """);
        var rows = events.Split(", ").Select((one, index) =>
        {
            var (day, value) = (one.Split(' ')[0], one.Split(' ')[1]);
            var isSum = aggregation == "prorated-sum";
            var operation = value.StartsWith('-') ? "remove" : "add";
            var fields = isSum ? value : $"1,{value.TrimStart('-')},{operation}";
            return $"{index},{(day.Length == 5 ? days[..5] : "")}{day}T00:00:00Z,use,{fields}\n";
        });
        var header = aggregation == "prorated-sum" ? "quantity" : "quantity,user,operation_type";
        var (from, to) = days.Length == 7
            ? ($"{days}-01", DateOnly.Parse($"{days}-01", null).AddMonths(1).ToString("yyyy-MM-dd", null))
            : (days[..10], days[12..]);
        var bills = await Bills(
        [
            "--tariff", _rate.Tariff(charge), "--usage",
            _rate.File("units.csv", $"id,time,name,{header}\n" + string.Concat(rows)), "--from", from, "--to", to,
            .. Set($"partial-use=period line-rounding=charge {settings}"),
        ]);
        return PublishedRate.Sums(bills[0]).Net;
    }
}
