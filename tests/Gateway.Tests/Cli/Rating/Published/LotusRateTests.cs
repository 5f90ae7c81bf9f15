using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// What prices come to in the tests of Lotus, an open biller of usage (github.com/uselotus/lotus,
/// backend/metering_billing/tests): bulk is volume here, and a range begins with its first unit.
/// </summary>
public sealed class LotusRateTests : IDisposable
{
    private readonly PublishedRate _rate = new();

    [Theory]
    // test_components.py: 50 are free, then one cent each; or all at a cent.
    [InlineData("graduated", "50:0 :0.01", "100", "0.50")]
    [InlineData("volume", "50:0 :0.01", "100", "1.00")]
    // 50 free, to 100 at 0.01, to 200 at 0.05, to 300 at 0.10: just 200 are in the last, where all count.
    [InlineData("graduated", "50:0 100:0.01 200:0.05 :0.10", "200", "5.50")]
    [InlineData("volume", "50:0 100:0.01 200:0.05 :0.10", "200", "20.00")]
    public async Task Tiers(string kind, string steps, string use, string amount) => Assert.Equal(
        Number(amount),
        await _rate.January(Use(Stepped(kind, steps)), use, "--set", "tier-limit=exclusive"));

    public void Dispose() => _rate.Dispose();
}
