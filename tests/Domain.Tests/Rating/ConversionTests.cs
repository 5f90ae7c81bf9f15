using System.Globalization;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Conversions;
using BillingActors.Domain.Tariffs.Settings;
using static BillingActors.Domain.Tests.Rating.Given;

namespace BillingActors.Domain.Tests.Rating;

public sealed class ConversionTests
{
    private static readonly ConversionFactor Pressure = new("pressure", [new FactorValue(null, 1.02m)], null);

    [Fact]
    public void Volume_becomes_energy_by_pressure_and_heating_value()
    {
        // 120 ccf × 1.02 × 1.035 therm/ccf are 126.684 therm; at 0.80: 101.3472.
        var heating = new HeatingValue(new("heating value", [new(null, 1.035m)], null), "therm", "ccf");

        var line = Assert.Single(Rate("ccf", 120, "therm", new QuantityConversion("ccf", [Pressure], heating)).Lines);

        Assert.Equal((126.684m, "therm", Euros(101.35m)), (line.Quantity, line.Unit, line.Amount));
        Assert.EndsWith("; 120 ccf × 1.02 (pressure) × 1.035 therm/ccf", line.Source.Reference);
    }

    [Fact]
    public void A_heating_value_that_changes_cuts_the_use_by_days()
    {
        // 310 m3 are 10 a day: 15 days at 11.2 and 16 at 11.4 kWh/m3 are 1,680 + 1,824.
        var heating = new HeatingValue(
            new("heating value", [new(null, 11.2m), new(Day("2025-01-16"), 11.4m)], null), "kWh", "m3");

        var line = Assert.Single(Rate("m3", 310, "kWh", new QuantityConversion("m3", [], heating)).Lines);

        Assert.Equal(3504m, line.Quantity);
        Assert.EndsWith("; 150 m3 × 11.2 kWh/m3 + 160 m3 × 11.4 kWh/m3", line.Source.Reference);
    }

    [Theory]
    [InlineData(null, "3.85385")]
    [InlineData("1", "3.9")]
    [InlineData("0", "4")]
    public void The_result_is_rounded_where_the_setting_says_so(string? decimals, string expected)
    {
        // 100.1 m3 would be 3,853.85 MJ at 38.5; with the multiplier 0.1 of the register 1,001 counts are 100.1.
        var heating = new HeatingValue(new("heating value", [], "heating-value"), "MJ", "m3");
        var settings = RatingSettings.Default.With("heating-value", "38.5", out _)!;
        if (decimals is not null)
            settings = settings.With("converted-decimals", decimals, out _)!;

        var result = Rate("m3", 1001, "GJ", new QuantityConversion("m3", [], heating), settings, 0.1m);

        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), Assert.Single(result.Lines).Quantity);
    }

    [Fact]
    public void A_factor_of_the_contract_that_is_not_given_holds()
    {
        var heating = new HeatingValue(new("heating value", [], "heating-value"), "MJ", "m3");

        var held = Rate("m3", 1, "MJ", new QuantityConversion("m3", [], heating));

        Assert.Equal(
            new HoldReason("option-missing", "Charge energy needs the contract's setting heating-value."),
            Assert.Single(held.Holds));
    }

    [Theory]
    [InlineData("kgal", 12, "gal", 12_000)]
    [InlineData("dth", 3, "therm", 30)]
    [InlineData("MWh", 2, "MJ", 7_200)]
    public void Units_of_one_kind_convert_by_themselves(string metered, long used, string billed, decimal expected) =>
        Assert.Equal(expected, Assert.Single(Rate(metered, used, billed, null).Lines).Quantity);

    [Fact]
    public void Intervals_convert_as_registers_do()
    {
        // 744 hours of 3.6 MJ are 744 kWh.
        var channel = Channel(unit: "MJ");
        var result = ContractRating.Rate(Rated(Tariff(Energy(1m)), January, Smart(channel))
            .With(Load(channel, January, each: 36, scale: 1)));

        Assert.Equal(744m, Assert.Single(result.Lines).Quantity);
        Assert.Equal(744m, Assert.Single(result.Uses).Quantity);
    }

    private static RatingResult Rate(
        string metered,
        long used,
        string billed,
        QuantityConversion? conversion,
        RatingSettings? settings = null,
        decimal multiplier = 1m)
    {
        var charge = new Charge.Usage(
            Head("energy"), new MeterSelection(Direction.Import, [], billed), new PriceModel.Flat(0.80m))
        {
            Conversion = conversion,
        };
        var register = new Register("11", metered, Direction.Import, 6, multiplier);
        var request = Rated(Tariff(charge), January, Dial("M1", "2020-01-01", null, register))
            .With(Read("M1", "2025-01-01", 1000), Read("M1", "2025-02-01", 1000 + used));
        return ContractRating.Rate(request with { Settings = settings ?? RatingSettings.Default });
    }
}
