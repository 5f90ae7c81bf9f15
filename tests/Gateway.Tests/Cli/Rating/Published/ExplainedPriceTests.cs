using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// Prices that more billers and a utility explain with numbers, each with its address, read on 27 November 2026.
/// </summary>
public sealed class ExplainedPriceTests : IDisposable
{
    private readonly PublishedRate _rate = new();

    [Theory]
    // docs.withorb.com, invoice calculation examples: 150,000 calls in three steps.
    [InlineData("graduated", "10000:0.001 100000:0.0008 :0.0005", "", "150000", "107")]
    // docs.useautumn.com, graduated pricing.
    [InlineData("graduated", "1000:0.01 10000:0.008 :0.005", "", "15000", "107")]
    // docs.solvimon.com, stairstep pricing: each step that is reached costs its price.
    [InlineData("graduated", "100:0+25 1000:0+20 :0+15", "", "200", "45")]
    // docs.zuora.com, rating details: 100 at nothing and 30 at 2.
    [InlineData("graduated", "100:0 :2", "", "130", "60")]
    // docs.stigg.io, overages: 300 calls more than 1,000; begun hundreds of megabytes more than 500.
    [InlineData("graduated", ":0.01", """, "counting": { "free": 1000 }""", "1300", "3")]
    [InlineData("graduated", ":2", """, "counting": { "size": 100, "rounding": "up", "free": 5 }""", "800", "6")]
    // docs.nadles.com, prices: packages of ten; all units at the price of their step, with its fee.
    [InlineData("graduated", ":5", """, "counting": { "size": 10, "rounding": "up" }""", "83", "45")]
    [InlineData("volume", "100:0.5+5 :0.3", "", "50", "30")]
    [InlineData("volume", "100:0.5+5 :0.3", "", "140", "42")]
    // readysell.atlassian.net, meter pricing: copies by the price of the break that they reach.
    [InlineData("volume", "799:0.02 :0.01", "", "500", "10")]
    [InlineData("volume", "799:0.02 :0.01", "", "1000", "10")]
    public async Task Steps_of_use(string kind, string steps, string members, string use, string total) => Assert.Equal(
        Number(total), await _rate.January(PublishedRate.Use(Stepped(kind, steps), members), use));

    // docs.withorb.com, the same with 8 % of tax.
    [Fact]
    public async Task Tax()
    {
        var tariff = _rate.Tariff(
            Charge("events", "use", $$"""
                "unit": "u", "aggregation": "sum",
                "price": {{Stepped("graduated", "10000:0.001 100000:0.0008 :0.0005")}}
                """, "standard"),
            """, "taxes": [{ "code": "T", "text": "T", "percent": 8, "categories": ["standard"] }]""");

        Assert.Equal("115.56", await RateCommand.Total(
            "--tariff", tariff, "--usage", _rate.File("events.csv", Events("150000")),
            "--from", "2025-01-01", "--to", "2025-02-01"));
    }

    // otpco.com, how to read a bill: 9.75 a month of 365 / 12 days, for 29 days.
    [Fact]
    public async Task A_month_of_the_mean_length()
    {
        using var meter = new PublishedMeter();

        Assert.Equal(9.30m, await meter.Bill(
            "2018-12-11..2019-01-09", "month 9.75", """{ "import": 600 }""", "proration=average-month"));
    }

    public void Dispose() => _rate.Dispose();
}
