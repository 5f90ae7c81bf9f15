using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// Worked bills of Africa, India and cities, and counted units; each names its source, read on 27 November 2026.
/// </summary>
public sealed class MoreSheetTests : IDisposable
{
    private readonly PublishedMeter _meter = new();

    [Theory]
    // Erongo RED (erongored.com, calculation of a bill): 850 kWh, 40 A at 8, two levies; and its parts.
    [InlineData("kWh 250:1.56 750:1.68 :2.06; kW :8; kWh/one :0.0150; kWh/two :0.0108", 850, 40, "1777.93")]
    [InlineData("kWh 250:1.56 :0", 850, 40, "390.00")]
    [InlineData("kWh 250:0 750:1.68 :0", 850, 40, "840.00")]
    [InlineData("kWh 750:0 :2.06", 850, 40, "206.00")]
    [InlineData("kW :8", 850, 40, "320.00")]
    [InlineData("kWh :0.0150", 850, 40, "12.75")]
    [InlineData("kWh :0.0108", 850, 40, "9.18")]
    // Kenya (figures.co.ke, October 2014): 50 units at 2.50, the rest at 11.62.
    [InlineData("kWh 50:2.50 :11.62", 60, 0, "241.20")]
    [InlineData("kWh 50:2.50 :11.62", 620, 0, "6748.40")]
    // District of Columbia (stormwater of twenty equivalent units at 2.67).
    [InlineData("u :2.67", 20, 0, "53.40")]
    public async Task Month(string charges, int quantity, int demand, string total) =>
        Assert.Equal(Number(total), await _meter.Month(charges, quantity, demand));

    // India (theclearbill.com): 380 kWh, 150 for the connection, 125 for fuel, 10 % of tax on all.
    [Fact]
    public async Task A_bill_with_duty() => Assert.Equal(
        2690m,
        await _meter.Month(
            "kWh 200:5 :6.50; month/fixed 150; month/fuel 125; percent/tax 10 of use,fixed,fuel", 380,
            settings: "total-rounding=1"));

    // OpenMeter (openmeterio/openmeter 7e57a394, rating/service/rate/unitconfig_rating_test.go): a price of 10 for each
    // begun thousand or each one, half of one free; steps of them.
    [Theory]
    [InlineData(":10", """, "counting": { "size": 1000, "rounding": "up" }""", "1400", "20")]
    [InlineData(":10", """, "counting": { "size": 1000, "rounding": "up", "free": 0.5 }""", "1400", "15")]
    [InlineData(":10", "", "1400", "14000")]
    [InlineData("5:1 :0.5", """, "counting": { "size": 1000, "rounding": "up" }""", "7400", "6.5")]
    public async Task Begun_thousands(string steps, string counting, string values, string total)
    {
        using var rate = new PublishedRate();

        Assert.Equal(Number(total), await rate.January(Use(Stepped("graduated", steps), counting), values));
    }

    // Berkeley County, South Carolina: 915,447 square feet by 2,760, to whole units, at 36.
    [Fact]
    public async Task Units_of_a_roof()
    {
        using var rate = new PublishedRate();
        const string Counting = """, "counting": { "size": 2760, "rounding": "half" }""";

        Assert.Equal(11_952m, await rate.January(Use("""{ "kind": "flat", "price": 36 }""", Counting), "915447"));
    }

    public void Dispose() => _meter.Dispose();
}
