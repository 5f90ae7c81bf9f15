using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tariffs;
using static BillingActors.Domain.Tests.Rating.Given;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tests.Rating;

public sealed class DeterminantRatingTests
{
    private static readonly TimeOfUseCalendar Hours = new(
        "hours", [], [], [new(null, DayKind.Weekday, 17 * 60, 20 * 60, "peak")], "off");

    private static readonly Charge ByHour = Energy(new PriceModel.TimeOfUse(
        "hours", [new("peak", new PriceModel.Flat(0.40m)), new("off", new PriceModel.Flat(0.20m))]));

    [Theory]
    [InlineData("energy")]
    [InlineData("kWh")]
    [InlineData("import")]
    [InlineData("E1")]
    public void A_total_is_found_under_code_unit_direction_or_alone(string name)
    {
        // 450.5 kWh: 310 at 0.20 are 62.00, 140.5 at 0.25 are 35.125.
        var tariff = Tariff(Energy(Monthly((310, 0.20m), (null, 0.25m))));

        var result = Rate(tariff, Of(January, (name, Whole(450.5m))));

        Assert.Equal(["energy 1 310 62.00 EUR", "energy 2 140.5 35.13 EUR"], result.Short());
        Assert.Equal(new LineSource("determinants", $"{name} 2025-01-01..2025-02-01", ""), result.Lines[0].Source);
        Assert.Equal(new MeasuredUse("kWh", Direction.Import, 450.5m, 0m), Assert.Single(result.Uses));
    }

    [Theory]
    [InlineData("MWh", "2", "2000")]
    [InlineData("Wh", "500", "0.5")]
    [InlineData("GJ", "3.6", "1000")]
    public void Another_unit_of_the_same_kind_is_converted(string unit, string given, string used)
    {
        var result = Rate(Tariff(Energy(0.10m)), Of(January, (unit, Whole(Number(given)))));

        Assert.Equal(Number(used), Assert.Single(result.Lines).Quantity);
        Assert.Equal(Number(used), Assert.Single(result.Uses).Quantity);
    }

    [Theory]
    [InlineData("m3")]
    [InlineData("kW")]
    [InlineData("kVArh")]
    public void A_unit_of_another_kind_is_held(string unit) => Assert.Equal(
        new HoldReason(
            "unit-mismatch",
            $"Charge energy is priced per kWh, but the determinants of 2025-01-01..2025-02-01 are in {unit}."),
        Assert.Single(Rate(Tariff(Energy(0.10m)), Of(January, (unit, Whole(1m)))).Holds));

    // Electricity is no gas, though both are energy.
    [Fact]
    public void The_unit_of_another_charge_is_not_converted()
    {
        var gas = new Charge.Usage(Head("gas"), new(Direction.Import, [], "therm"), new PriceModel.Flat(1m));

        var result = Rate(Tariff(Energy(0.10m), gas), Of(January, ("kWh", Whole(500m))));

        Assert.Equal("unit-mismatch", Assert.Single(result.Holds).Code);
    }

    // What is given adds up, so that nothing is left for the rare hours; in hundreds of cubic feet its parts would not.
    [Fact]
    public void Parts_are_compared_as_they_were_given()
    {
        var hours = new TimeOfUseCalendar(
            "hours", [], [],
            [new(null, DayKind.Weekday, 17 * 60, 20 * 60, "peak"), new(null, DayKind.Weekend, 0, 60, "rare")], "off");
        var price = new PriceModel.TimeOfUse(
            "hours", [.. hours.Periods.Select(period => new PeriodPrice(period, new PriceModel.Flat(0.40m)))]);
        var water = new Charge.Usage(Head("water"), new(Direction.Import, [], "ccf"), price);

        var result = Rate(
            Tariff(water).With(hours), Of(January, ("m3", Parts(11m, ("peak", 2m), ("off", 9m)))));

        Assert.Empty(result.Holds);
        Assert.Equal(3.884613m, decimal.Round(result.Lines.Sum(line => line.Quantity), 6));
    }

    [Fact]
    public void Named_channels_add_up()
    {
        var tariff = Tariff(new Charge.Usage(Head("energy"), Import("E1", "E2"), new PriceModel.Flat(0.10m)));

        var result = Rate(tariff, Of(January, ("E1", Whole(100)), ("E2", Whole(23))));

        Assert.Equal(["energy 123 12.30 EUR"], result.Short());
        Assert.Equal(123m, Assert.Single(result.Uses).Quantity);
    }

    [Fact]
    public void Each_time_of_use_period_has_its_own()
    {
        var result = Rate(Tariff(ByHour).With(Hours), Of(January, ("energy", Parts(null, ("peak", 63), ("off", 681)))));

        Assert.Equal(["energy peak 63 25.20 EUR", "energy off 681 136.20 EUR"], result.Short());
    }

    [Fact]
    public void A_period_without_hours_need_not_be_given()
    {
        // Saturday and Sunday have no peak hours.
        var weekend = Days("2025-01-04", "2025-01-06");

        var result = Rate(Tariff(ByHour).With(Hours), Of(weekend, ("energy", Whole(48))), weekend);

        Assert.Equal(["energy off 48 9.60 EUR"], result.Short());
    }

    [Fact]
    public void A_period_that_is_not_given_is_held_and_not_zero()
    {
        var result = Rate(Tariff(ByHour).With(Hours), Of(January, ("energy", Parts(744, ("off", 681)))));

        Assert.Equal(
            new HoldReason(
                "missing-intervals",
                "Charge energy is priced by time of use; the determinants of 2025-01-01..2025-02-01 give nothing for"
                + " peak."),
            Assert.Single(result.Holds));
    }

    [Fact]
    public void Demand_is_the_highest_given()
    {
        var demand = new Charge.Demand(Head("demand"), Import() with { Unit = "kW" }, 15, new PriceModel.Flat(10m));
        var usage = new DeterminantUsage(
            [new DeterminantPeriod(January, Named(("E1", Whole(100))), Named(("E1", Whole(12.3m))))]);

        Assert.Equal(["demand 12.3 123.00 EUR"], Rate(Tariff(demand), usage).Short());
    }

    [Fact]
    public void A_rate_change_cuts_a_total_by_days()
    {
        // 310 kWh over 31 days: 100 before, 210 after.
        var tariff = Tariff(Version(1, "2024-01-01", Energy(0.20m)), Version(2, "2025-01-11", Energy(0.40m)));

        Assert.Equal(
            ["energy 100 20.00 EUR", "energy 210 84.00 EUR"],
            Rate(tariff, Of(January, ("energy", Whole(310)))).Short());
    }

    [Theory]
    [InlineData("2025-01-01", "2025-01-31", "no-read", "Charge energy has no determinants from 2025-01-31 on.")]
    [InlineData("2025-01-02", "2025-02-01", "no-read", "Charge energy has no determinants from 2025-01-01 on.")]
    public void Days_without_determinants_are_held(string from, string until, string code, string detail) =>
        Assert.Equal(
            new HoldReason(code, detail),
            Assert.Single(Rate(Tariff(Energy(1m)), Of(Days(from, until), ("energy", Whole(1)))).Holds));

    [Fact]
    public void An_unknown_name_is_held_with_the_names_it_is_looked_for()
    {
        var result = Rate(Tariff(Energy(1m)), Of(January, ("E1", Whole(1)), ("E2", Whole(1))));

        Assert.Equal(
            "The determinants of 2025-01-01..2025-02-01 hold no quantity of charge energy: it is looked for under"
            + " energy, kWh, import.",
            Assert.Single(result.Holds).Detail);
    }

    [Fact]
    public void Export_is_never_taken_from_the_only_channel()
    {
        var export = new Charge.Usage(
            Head("credit"), Import() with { Direction = Direction.Export }, new PriceModel.Flat(0.08m));

        Assert.Equal("no-read", Assert.Single(Rate(Tariff(export), Of(January, ("E1", Whole(9)))).Holds).Code);
        Assert.Equal(
            ["credit 9 -0.72 EUR"], Rate(Tariff(export), Of(January, ("export", Whole(9)))).Short());
    }

    private static RatingResult Rate(Tariff tariff, DeterminantUsage usage, Period? days = null) =>
        ContractRating.Rate(Rated(tariff, days ?? January) with { Determinants = usage });

    private static DeterminantUsage Of(Period days, params (string Name, DeterminantQuantity Quantity)[] quantities) =>
        new([new DeterminantPeriod(days, Named(quantities), Named())]);

    private static ImmutableSortedDictionary<string, DeterminantQuantity> Named(
        params (string Name, DeterminantQuantity Quantity)[] entries) =>
        entries.ToImmutableSortedDictionary(entry => entry.Name, entry => entry.Quantity, StringComparer.Ordinal);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static DeterminantQuantity Whole(decimal whole) => DeterminantQuantity.Of(whole);

    private static DeterminantQuantity Parts(decimal? whole, params (string Period, decimal Part)[] parts) => new(
        whole, parts.ToImmutableSortedDictionary(part => part.Period, part => part.Part, StringComparer.Ordinal));
}
