using BillingActors.Domain.Metering;

namespace BillingActors.Domain.Tests.Metering;

public sealed class UnitConversionTests
{
    [Theory]
    [InlineData("kWh", "kWh", 0)]
    [InlineData("Wh", "kWh", -3)]
    [InlineData("MWh", "kWh", 3)]
    [InlineData("GWh", "Wh", 9)]
    [InlineData("MJ", "GJ", -3)]
    [InlineData("m3", "m3", 0)]
    public void A_power_of_ten_turns_one_into_the_other(string from, string to, int exponent) =>
        Assert.Equal(exponent, UnitConversion.Exponent(from, to));

    [Theory]
    [InlineData("m3", "kWh")]
    [InlineData("kW", "kWh")]
    [InlineData("kVArh", "kWh")]
    [InlineData("kwh", "kWh")]
    [InlineData("", "kWh")]
    public void Other_units_are_not_converted(string from, string to) => Assert.Null(UnitConversion.Exponent(from, to));

    [Theory]
    [InlineData(ReadQuality.Actual, false)]
    [InlineData(ReadQuality.Customer, false)]
    [InlineData(ReadQuality.Missing, false)]
    [InlineData(ReadQuality.Estimated, true)]
    [InlineData(ReadQuality.FinalSubstituted, true)]
    public void An_estimate_is_what_was_not_read(ReadQuality quality, bool isEstimate) =>
        Assert.Equal(isEstimate, quality.IsEstimate);
}
