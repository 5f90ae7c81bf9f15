using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>Prices in steps and small bills that sellers explain to their customers, each with its address.</summary>
public sealed class HelpCenterRateTests : IDisposable
{
    private const string Town = "30:3.25 100:4.7 200:6.25 :7.3";
    private const string Country = "30:3.15 100:4.4 200:5.95 :6.8";

    private readonly PublishedMeter _meter = new();
    private readonly PublishedRate _rate = new();

    [Theory]
    // docs.paymentkit.com: twelve seats at the price of all, and 3,000 calls by steps.
    [InlineData("volume", "10:10 50:9 :8", "12", "108")]
    [InlineData("graduated", "1000:0.01 5000:0.008 :0.005", "3000", "26")]
    // docs.metrifox.com: 2,500 both ways.
    [InlineData("graduated", "1000:0.10 5000:0.08 :0.05", "2500", "220")]
    [InlineData("volume", "1000:0.10 5000:0.08 :0.05", "2500", "200")]
    // docs.solvimon.com: 500 GB, and 8 % of 200 that were paid.
    [InlineData("volume", "100:0.10 1000:0.08 :0.05", "500", "40")]
    [InlineData("graduated", ":0.08", "200", "16")]
    // docs.zuora.com, tiered with flat fees: eight units and a half.
    [InlineData("graduated", "5:0 7:0+200 9:0+100 :0", "8.5", "300")]
    // github.com/dhanalakshmi517/aforo_, README: steps, and all at one price.
    [InlineData("graduated", "100:0.10 200:0.08 :0.12", "150", "14")]
    [InlineData("graduated", "100:0.10 200:0.08 :0.12", "250", "24")]
    [InlineData("volume", "100:0.10 200:0.08 :0.12", "150", "12")]
    // github.com/k-subhash123/M1_ElectricbillCalculator_App, README: all units at one price, in town and in the
    // country.
    [InlineData("volume", Town, "22", "71.5")]
    [InlineData("volume", Town, "50", "235")]
    [InlineData("volume", Town, "150", "937.5")]
    [InlineData("volume", Town, "230", "1679")]
    [InlineData("volume", Country, "12", "37.8")]
    [InlineData("volume", Country, "67", "294.8")]
    [InlineData("volume", Country, "134", "797.3")]
    [InlineData("volume", Country, "344", "2339.2")]
    public async Task Steps(string kind, string steps, string use, string amount) =>
        Assert.Equal(Number(amount), await _rate.January(Use(Stepped(kind, steps)), use));

    [Theory]
    // ebill.info.bd, Dhaka: 285 units, the demand, and 5 % tax.
    [InlineData("BDT", "kWh 75:5.26 200:7.20 :7.59; month/demand 84; percent 5", "285", "2124.83")]
    // Taiwan Power, a summer month of 400 units, in whole dollars.
    [InlineData("TWD total-rounding=1", "kWh 120:1.63 330:2.38 :3.52", "400", "942")]
    // Meralco, generation in September 2022, and what is corrected of earlier months.
    [InlineData("PHP", "kWh/generation :6.9393; kWh/other :0.0213; kWh/offset :-0.0034", "400", "2782.88")]
    // github.com/bharathicodes10/EBBill: a shop with 120 units, and 2 %.
    [InlineData("INR", "kWh 50:5.2 100:6.8 :8.3; percent 2 of use", "120", "781.32")]
    // A year of 2,000 units a month at Florida Power & Light (github.com/NREL/REopt_API, tests of its tiers).
    [InlineData("USD", "kWh 12000:0.08721 :0.10803", "24000", "2342.88")]
    public async Task Bills_of_light(string settings, string charges, string quantity, string total) =>
        Assert.Equal(Number(total), await _meter.Month(charges, Number(quantity), settings: settings));

    public void Dispose()
    {
        _meter.Dispose();
        _rate.Dispose();
    }
}
