using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>Bills of water as open calculators and towns work them out; each named.</summary>
public sealed class WaterRuleTests : IDisposable
{
    private readonly PublishedMeter _meter = new();

    [Theory]
    // The Open Water Rate Specification (github.com/California-Data-Collaborative/RateParser,
    // tests/testthat/test_calculate_bills.R): a business, a house, a garden with recycled water and its budget of 13,
    // and a house whose budget is 7 indoors and 4 outdoors, and 3 more at the next price. Parts of a cent are rounded.
    [InlineData("1632.16", "month 33; ccf/water 610:4.07 :10.03; ccf/sewer 10:2 :0", "388")]
    [InlineData("152.28", "month 11; ccf/water 14:2.87 20:4.29 25:6.44 :10.07; ccf/sewer 10:2 :0", "27.3")]
    [InlineData("308.32", "month 22; ccf/water 13:3.66 :6.33; ccf/sewer :1.5", "41")]
    [InlineData("201.50", "month 11; ccf/water 7:2.87 11:4.29 14:6.44 :10.07", "27.3")]
    // Clark (ourclark.com, how to calculate sewer bill): 280 up to 100,000 gallons of a year, then 2.5 cents each;
    // 400,000 are 7,780, and what is beyond costs 0.02685.
    [InlineData("280", "gal 100000:0 400000:0.025 :0.02685; least 280", "60000")]
    [InlineData("7780", "month 280; gal 100000:0 400000:0.025 :0.02685", "400000")]
    // A worked example of a formula (theprimecalculator.com): 2,400 gallons at 6.50 a thousand, and 15.
    [InlineData("30.60", "month 15; kgal :6.50", "2.4")]
    public async Task Bills_of_water(string total, string charges, string quantity) =>
        Assert.Equal(Number(total), await _meter.Month(charges, Number(quantity)));

    public void Dispose() => _meter.Dispose();
}
