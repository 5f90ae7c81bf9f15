using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>Costs of calls as carriers explain them to their customers; each names whose.</summary>
public sealed class CallIncrementTests : IDisposable
{
    private readonly PublishedRate _rate = new();

    [Theory]
    // Go360Host, "What is the Billing Increment?": 0.01 a minute by 60 or by 6 seconds.
    [InlineData("0.01", 60, 60, 5, "0.01")]
    [InlineData("0.01", 60, 60, 50, "0.01")]
    [InlineData("0.01", 6, 6, 5, "0.001")]
    // VoIP.ms, "Calls Cost": 0.50 a minute by 6 seconds; 27 seconds are 30.
    [InlineData("0.50", 6, 6, 27, "0.25")]
    // VaaS, "Call Billing Increment": 30/6 bills 10 seconds as 30 and 31 as 36; at 60/60 61 are two minutes.
    [InlineData("1", 30, 6, 10, "0.5")]
    [InlineData("1", 30, 6, 31, "0.6")]
    [InlineData("1", 60, 60, 61, "2")]
    // InfoChoice: 31 seconds by 30 seconds are a minute, by the second 31.
    [InlineData("60", 30, 30, 31, "60")]
    [InlineData("60", 1, 1, 31, "31")]
    public async Task Increments(string price, int first, int then, int seconds, string cost)
    {
        var steps = first == then
            ? $$"""{ "from": 0, "price": {{price}}, "increment": {{then}} }"""
            : $$"""
                { "from": 0, "price": {{price}}, "increment": {{first}} },
                { "from": {{first}}, "price": {{price}}, "increment": {{then}} }
                """;
        Assert.Equal(Number(cost), await Cost($$"""{ "prefix": "", "steps": [{{steps}}] }""", seconds));
    }

    [Theory]
    // A published exercise, "Voice Call Charge": a charge for the call, by the second, by the begun minute.
    [InlineData("""{ "prefix": "", "price": 60 }""", 30, "30")]
    [InlineData("""{ "prefix": "", "price": 120 }""", 30, "60")]
    [InlineData("""{ "prefix": "", "price": 30 }""", 60, "30")]
    [InlineData("""{ "prefix": "", "price": 1, "increment": 60 }""", 30, "1")]
    [InlineData("""{ "prefix": "", "price": 2, "increment": 60 }""", 30, "2")]
    [InlineData("""{ "prefix": "", "connect": 1, "price": 17.4 }""", 1, "1.29")]
    [InlineData("""{ "prefix": "", "connect": 1, "price": 24.30, "increment": 60 }""", 60, "25.30")]
    public async Task Charges_of_a_call(string rate, int seconds, string cost) =>
        Assert.Equal(Number(cost), await Cost(rate, seconds));

    public void Dispose() => _rate.Dispose();

    private async Task<decimal> Cost(string rate, int seconds)
    {
        var tariff = _rate.Tariff(Charge(
            "calls", "calls", $$""" "event": "call", "unit": "minute", "rates": [{{rate}}] """));
        var calls = _rate.File("calls.csv", $"id,start,seconds,to\n1,2025-03-03T10:00:00Z,{seconds},1002\n");
        return Exact(await Bills("--tariff", tariff, "--usage", calls));
    }
}
