using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// Charges that apply by how much was used, as the tests of an add-on for Home Assistant expect them of Tenaga Nasional
/// (github.com/zhuoyang/hass-tnb, tests/test_calculations.py), read on 27 November 2026.
/// </summary>
public sealed class ConditionBillTests : IDisposable
{
    private readonly PublishedMeter _meter = new();

    [Theory]
    // A fee of 10 where more than 600 units are used.
    [InlineData("fixed", """ "per": "month", "price": 10 """, 600, "500", "0")]
    [InlineData("fixed", """ "per": "month", "price": 10 """, 600, "600", "0")]
    [InlineData("fixed", """ "per": "month", "price": 10 """, 600, "700", "10")]
    // The fund for renewable energy: 1.6 % of 100 where more than 300 are.
    [InlineData("percentage", """ "percent": 1.6, "of": ["base"] """, 300, "200", "0")]
    [InlineData("percentage", """ "percent": 1.6, "of": ["base"] """, 300, "300", "0")]
    [InlineData("percentage", """ "percent": 1.6, "of": ["base"] """, 300, "400", "1.6")]
    public async Task Levies_and_fees_of_Malaysia(string kind, string members, int above, string use, string amount)
    {
        var charge = Charge(kind, "levy", $$"""
            "when": { "charge": "use", "above": {{above}} }, {{members}}
            """).ReplaceLineEndings(" ").Trim();

        Assert.Equal(
            100m + Number(amount),
            await _meter.Month($"kWh/use :0; month/base 100; {charge}", Number(use)));
    }

    public void Dispose() => _meter.Dispose();
}
