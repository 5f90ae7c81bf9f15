using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// Costs that the tests of CGRateS, an open rating engine, expect of its tariff plans (data/tariffplans), rated from a
/// tariff and call records as files.
/// </summary>
public sealed class CgratesRateTests : IDisposable
{
    // RT_20CNT: 0.40 to connect, the first minute 0.20 at once, then 0.10 a minute by the second.
    private const string TwentyCents = """
        { "prefix": "", "connect": 0.4, "steps": [{ "from": 0, "price": 0.2, "increment": 60 },
          { "from": 60, "price": 0.1, "increment": 1 }] }
        """;

    // RT_40CNT: 0.80 to connect, 0.40 a minute by half minutes, from the second minute on 0.20 by ten seconds.
    private const string FortyCents = """
        { "prefix": "", "connect": 0.8, "steps": [{ "from": 0, "price": 0.4, "increment": 30 },
          { "from": 60, "price": 0.2, "increment": 10 }] }
        """;

    private readonly PublishedRate _rate = new();

    // general_tests/tutorial_it_test.go, apier/v1/costs_it_test.go, apier2_it_test.go: a price of a second has five
    // decimals.
    [Theory]
    [InlineData(TwentyCents, 25, "0.6")]
    [InlineData(TwentyCents, 60, "0.6")]
    [InlineData(TwentyCents, 120, "0.7002")]
    [InlineData(TwentyCents, 130, "0.7169")]
    [InlineData(TwentyCents, 3600, "6.5118")]
    [InlineData(FortyCents, 30, "1")]
    [InlineData(FortyCents, 60, "1.2")]
    // RT_1CNT and RT_2CNT by the second: apier/v1/sessionsv1_it_test.go, apier/v2/cdrs_it_test.go.
    [InlineData("""{ "prefix": "", "price": 0.01 }""", 600, "0.102")]
    [InlineData("""{ "prefix": "", "price": 0.02 }""", 600, "0.198")]
    [InlineData("""{ "prefix": "", "price": 0.01 }""", 300, "0.051")]
    [InlineData("""{ "prefix": "", "price": 0.02 }""", 300, "0.099")]
    [InlineData("""{ "prefix": "", "price": 0.01 }""", 60, "0.0102")]
    [InlineData("""{ "prefix": "", "price": 0.02 }""", 60, "0.0198")]
    // RT_1CNT_PER_SEC for an hour; RT_60C, 0.10 and 0.01 a second (tutorial2_it_test.go).
    [InlineData("""{ "prefix": "", "price": 0.6 }""", 3600, "36")]
    [InlineData("""{ "prefix": "+10", "connect": 0.1, "price": 0.6 }""", 45, "0.55")]
    // DR_1003_MAXCOST_DISC and DR_1007_MAXCOST_FREE: a call costs at most so much.
    [InlineData("""{ "prefix": "", "price": 0.6, "most": 0.12, "beyondMost": "disconnect" }""", 100, "0.12")]
    [InlineData("""{ "prefix": "", "price": 0.6, "most": 0.62, "beyondMost": "free" }""", 100, "0.62")]
    [InlineData("""{ "prefix": "", "price": 0.6, "most": 0.62, "beyondMost": "free" }""", 50, "0.5")]
    public async Task Calls(string rate, int seconds, string cost) =>
        Assert.Equal(Number(cost), await Cost(rate, "call", "minute", seconds));

    // utils/coreutils_test.go, TestRound.
    [Theory]
    [InlineData("12.49", "up", 1, "12.5")]
    [InlineData("12.21", "up", 1, "12.3")]
    [InlineData("0.0701", "up", 2, "0.08")]
    [InlineData("12.49", "down", 1, "12.4")]
    [InlineData("12.21", "down", 1, "12.2")]
    [InlineData("14.37", "down", 8, "14.37")]
    [InlineData("14.37", "up", 2, "14.37")]
    [InlineData("14.37", "half", 0, "14")]
    public async Task Charges_of_calls_are_rounded(string price, string rounding, int decimals, string cost)
    {
        var rate = $$"""
            { "prefix": "", "price": {{price}}, "decimals": {{decimals}}, "rounding": "{{rounding}}" }
            """;
        Assert.Equal(Number(cost), await Cost(rate, "call", "second", 1));
    }

    // apier/v1/apier_it_test.go and general_tests/data_it_test.go: 0.002 for each ten bytes, 1 for each 10,000.
    [Theory]
    [InlineData("""{ "prefix": "", "price": 0.2, "increment": 10 }""", "data", 640_113, "128.024")]
    [InlineData("""{ "prefix": "", "price": 0.1, "increment": 10000 }""", "data", 256_000_000, "25600")]
    [InlineData("""{ "prefix": "", "price": 0.1, "increment": 10000 }""", "data", 1_000_000_000, "100000")]
    public async Task Data(string rate, string kind, int bytes, string cost) =>
        Assert.Equal(Number(cost), await Cost(rate, kind, "kB", bytes));

    public void Dispose() => _rate.Dispose();

    private async Task<decimal> Cost(string rate, string kind, string unit, int quantity)
    {
        var tariff = _rate.Tariff(Charge(
            "calls", "calls", $$""" "event": "{{kind}}", "unit": "{{unit}}", "rates": [{{rate}}] """));
        var calls = _rate.File(
            "calls.csv", $"id,start,seconds,to,event\n1,2025-03-03T10:00:00Z,{quantity},1002,{kind}\n");
        return Exact(await Bills(
            ["--tariff", tariff, "--usage", calls, .. Set("increment-decimals=5")]));
    }
}
