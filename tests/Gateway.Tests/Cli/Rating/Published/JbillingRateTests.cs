using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// Prices that the unit tests of jBilling, an open telecom biller, expect
/// (com/sapienter/jbilling/server/pricing/strategy): what it calls an average price is what all cost together here.
/// </summary>
public sealed class JbillingRateTests : IDisposable
{
    private readonly PublishedRate _rate = new();

    [Theory]
    // TieredPricingStrategyTest, without and with earlier use: 500 cost 4 each, then 3, 2, 1.
    [InlineData("500:4 1000:3 1500:2 :1", "500", "2000")]
    [InlineData("500:4 1000:3 1500:2 :1", "750", "2750")]
    [InlineData("500:4 1000:3 1500:2 :1", "2000", "5000")]
    [InlineData("500:4 1500:3 3000:2 5000:1 :0.05", "1500 100", "5200")]
    [InlineData("500:4 1500:3 3000:2 5000:1 :0.05", "500 2000", "7000")]
    [InlineData("500:4 1500:3 3000:2 5000:1 :0.05", "700 2000", "7400")]
    [InlineData("500:4 1500:3 3000:2 5000:1 :0.05", "5000 500", "10025")]
    // GraduatedPricingStrategyTest: 1,000 are included.
    [InlineData("1000:0 :0.07", "10", "0")]
    [InlineData("1000:0 :0.07", "1000 2", "0.14")]
    [InlineData("1000:0 :1", "990 20", "10")]
    [InlineData("1000:0 :1", "980 100", "80")]
    public async Task Tiers(string steps, string quantities, string total) =>
        Assert.Equal(Number(total), await _rate.January(Use(Graduated(steps)), quantities));

    [Theory]
    // CappedGraduatedPricingStrategyTest: two are included, others cost 1, all of them at most 10.
    [InlineData("1", "0")]
    [InlineData("4", "2")]
    [InlineData("14", "10")]
    [InlineData("100", "10")]
    [InlineData("10 1", "9")]
    [InlineData("10 3", "10")]
    public async Task A_most_for_what_is_beyond_the_included(string quantities, string total) => Assert.Equal(
        Number(total),
        await _rate.January(
            Use(Graduated("2:0 :1")) + ", " + Charge("cap", "most", """ "per": "month", "amount": 10 """), quantities));

    [Theory]
    // TimeOfDayPricingStrategyTest: 10 from midnight, 20 from noon, 25 from six.
    [InlineData("00:00", 10)]
    [InlineData("00:01", 10)]
    [InlineData("01:00", 10)]
    [InlineData("11:59", 10)]
    [InlineData("12:00", 20)]
    [InlineData("12:01", 20)]
    [InlineData("13:00", 20)]
    [InlineData("18:00", 25)]
    public async Task A_price_by_time_of_day(string time, int cost)
    {
        var tariff = _rate.Tariff(
            Charge("calls", "calls", """
                "event": "call", "unit": "minute", "calendar": "day", "rates": [
                  { "prefix": "", "period": "morning", "price": 10, "increment": 60 },
                  { "prefix": "", "period": "noon", "price": 20, "increment": 60 },
                  { "prefix": "", "period": "evening", "price": 25, "increment": 60 }]
                """),
            """
            , "calendars": [{ "id": "day", "rules": [
                { "from": "00:00", "until": "12:00", "period": "morning" },
                { "from": "12:00", "until": "18:00", "period": "noon" },
                { "from": "18:00", "until": "24:00", "period": "evening" }] }]
            """);
        var calls = _rate.File("calls.csv", $"id,start,seconds,to\n1,2025-03-03T{time}:00Z,60,1002\n");

        Assert.Equal(cost, Exact(await Bills("--tariff", tariff, "--usage", calls)));
    }

    public void Dispose() => _rate.Dispose();

    private static string Graduated(string steps) => PublishedMeter.PriceOf(steps)
        .Replace("\"tiers\", \"per\": \"month\"", "\"graduated\"", StringComparison.Ordinal);
}
