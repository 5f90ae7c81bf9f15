using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// Amounts that the tests of Kill Bill expect of two units in three tiers each (invoice, usage/
/// TestContiguousIntervalConsumableInArrear), and of what is reported after a bill.
/// </summary>
public sealed class KillBillUsageRateTests : IDisposable
{
    private readonly PublishedRate _rate = new();

    [Theory]
    [InlineData("graduated", 5, 99, "203")]
    [InlineData("graduated", 5, 101, "225")]
    [InlineData("graduated", 75, 101, "2230")]
    [InlineData("volume", 5, 99, "203")]
    [InlineData("volume", 5, 101, "2025")]
    [InlineData("volume", 76, 101, "9620")]
    public async Task Two_units(string kind, int foo, int bar, string total) =>
        Assert.Equal(total + ".00", await RateCommand.Total(Arguments(kind, foo, bar)));

    // …WithExistingItemsAllTiers: 50 and 80 are billed; with 20 and 120 more, 3,140 are left to bill.
    [Fact]
    public async Task What_comes_after_a_bill_goes_on_in_the_tiers()
    {
        var before = await RateCommand.Total([.. Arguments("graduated", 50, 80), "--state-out", _rate.PathOf("state")]);
        var after = await RateCommand.Total([.. Arguments("graduated", 70, 200), "--state", _rate.PathOf("state")]);

        Assert.Equal(("570.00", "3140.00"), (before, after));
    }

    public void Dispose() => _rate.Dispose();

    private string[] Arguments(string kind, int foo, int bar)
    {
        string Tiers(string name, string steps) => Charge("events", name, $$"""
            "unit": "u", "aggregation": "sum", "event": "{{name}}", "price": {{PublishedMeter.PriceOf(steps)
                .Replace("\"tiers\", \"per\": \"month\"", $"\"{kind}\"", StringComparison.Ordinal)}}
            """);
        var tariff = _rate.Tariff(Tiers("foo", "10:1 60:10 :100") + ", " + Tiers("bar", "100:2 600:20 :200"));
        var usage = _rate.File("events.csv", $$"""
            id,time,name,quantity
            {{foo}}-foo,2025-01-20T00:00:00Z,foo,{{foo}}
            {{bar}}-bar,2025-01-21T00:00:00Z,bar,{{bar}}

            """);
        return ["--tariff", tariff, "--usage", usage, "--from", "2025-01-01", "--to", "2025-02-01"];
    }
}
