using System.Globalization;
using BillingActors.Domain.Metering;

namespace BillingActors.Domain.Tests.Metering;

public sealed class UnitFactsTests
{
    [Theory]
    [InlineData("dth", "therm", "10")]
    [InlineData("therm", "Btu", "100000")]
    [InlineData("MMBtu", "therm", "10")]
    [InlineData("kWh", "MJ", "3.6")]
    [InlineData("GJ", "MJ", "1000")]
    [InlineData("ccf", "ft3", "100")]
    [InlineData("kgal", "gal", "1000")]
    [InlineData("mcf", "ccf", "10")]
    [InlineData("m3", "L", "1000")]
    [InlineData("ton-hour", "Btu", "12000")]
    // 1055.05585262 J × 100,000 are 105.505585262 MJ (NIST SP 811, appendix B.8).
    [InlineData("therm", "MJ", "105.505585262")]
    // 12 inches of 0.0254 m, cubed.
    [InlineData("ft3", "m3", "0.028316846592")]
    // 231 cubic inches.
    [InlineData("gal", "L", "3.785411784")]
    public void Units_of_one_kind_have_exact_ratios(string from, string to, string expected) =>
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), UnitFacts.Between(from, to)!.Value.Of(1m));

    [Theory]
    [InlineData("m3", "kWh")]
    [InlineData("therm", "ccf")]
    [InlineData("lb", "m3")]
    [InlineData("W", "Wh")]
    [InlineData("Therm", "MJ")]
    public void Other_units_have_none(string from, string to) => Assert.Null(UnitFacts.Between(from, to));
}
