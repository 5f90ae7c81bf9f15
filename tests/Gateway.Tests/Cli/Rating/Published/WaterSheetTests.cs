using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// Bills of water and sewers that cities and companies work out, each with its address; all were read on 27 November
/// 2026.
/// </summary>
public sealed class WaterSheetTests : IDisposable
{
    private readonly PublishedMeter _meter = new();

    [Theory]
    // Longview, Texas (longviewtexas.gov/3151): the mean of three winter months, 6,900 gallons; 2,000 are in 12.40.
    [InlineData("month 12.40; kgal 2:0 :3.95", "6.9", "31.76")]
    // Heath, Texas (heathtx.com, winter sewer averaging): 5 at 5.47 and 51.52.
    [InlineData("month 51.52; kgal :5.47", "5", "78.87")]
    // Maple Grove, Minnesota (maplegrovemn.gov): 20,000 gallons of the winter quarter.
    [InlineData("month 25.68; kgal :2.79", "20", "81.48")]
    // A calculator (cunits.io, water bill): 35 m3 with 5 %, 12 m3 in a first tier that holds them, 45 m3 with 7 %.
    [InlineData("month 10; m3 10:2 30:3 :5; percent 5", "35", "120.75")]
    [InlineData("month 10; m3 12:2 30:3 :5; percent 5", "12", "35.70")]
    [InlineData("month 15; m3 10:2 30:3 :5; percent 7", "45", "181.90")]
    // A lesson (indiacelebratings.com, water bill calculator): the sewer is half of the water.
    [InlineData("month/fee 5; m3/water :1.50; percent/sewer 50 of water", "18", "45.50")]
    // Brunei (usms, tests of its tariffs in Home Assistant): 54.54 m3 at 0.11, then 0.44.
    [InlineData("m3 54.54:0.11 :0.44", "60", "8.40")]
    [InlineData("m3 54.54:0.11 :0.44", "54.54", "6.00")]
    [InlineData("m3 54.54:0.11 :0.44", "10", "1.10")]
    public async Task Months(string charges, string quantity, string total) =>
        Assert.Equal(Number(total), await _meter.Month(charges, Number(quantity)));

    // Urban Utilities, Queensland (urbanutilities.com.au, how your bill is calculated): of 300 kL a year 0.822 are of a
    // day, so 74 of 90 days; and the bulk water. Its second tiers have a cent more than their use at their price comes
    // to: 9.54 for 6 at 1.589, 1,536.24 for 926 at 1.659.
    [Theory]
    [InlineData("m3-day 0.822:0.642 :0", 80, "47.51")]
    [InlineData("m3-day 0.822:0.793 :0", 1000, "58.68")]
    [InlineData("m3 :3.122", 80, "249.76")]
    [InlineData("m3 :3.122", 1000, "3122.00")]
    public async Task Quarters_of_Queensland(string charges, int quantity, string total) =>
        Assert.Equal(Number(total), await _meter.Bill(
            "2025-01-01..2025-04-01", charges, $$"""{ "import": { "total": {{quantity}} } }""",
            "AUD tier-decimals=0"));

    // Bournemouth Water (bournemouthwater.co.uk, How is my metered bill calculated): 45 m3 in 90 days, 28.76 a year.
    [Theory]
    [InlineData("0", "48.08")]
    [InlineData("28.76", "55.17")]
    public async Task A_quarter_of_Bournemouth(string yearly, string total) => Assert.Equal(
        Number(total),
        await _meter.Bill(
            "2021-01-01..2021-04-01",
            "m3 :1.0685; " + Charge("fixed", "year", $$""" "per": "year", "price": {{yearly}} """),
            """{ "import": { "total": 45 } }""",
            "GBP"));

    // A home in Singapore (limkimtong.wordpress.com, bills of February 2017 and by the prices of July 2018): 14.5 m3, a
    // tax of 30 % of the tariff, three fittings, 7 %. The later tax is half of the exact tariff: 8.77 of 17.545, not
    // 8.78 of 17.55.
    [Theory]
    [InlineData("m3/tariff/g :1.17; percent/tax/g 30 of tariff; m3/waste/g :0.2803", 3, "36.95")]
    [InlineData("m3/tariff/g :1.21; percent/tax/g 50 of tariff; m3/waste/g :0.92", 0, "42.44")]
    public async Task A_month_in_Singapore(string charges, int fittings, string total)
    {
        var each = Charge("fixed", "fittings", $$"""
            "per": "month", "price": 2.8037, "times": { "number": {{fittings}}, "unit": "fitting" }
            """, "g");

        Assert.Equal(Number(total), await _meter.Month(
            $"{charges}; {each}", 14.5m, settings: "SGD percentage-amounts=exact",
            taxes: """{ "code": "GST", "text": "GST", "percent": 7, "categories": ["g"] }"""));
    }

    public void Dispose() => _meter.Dispose();
}
