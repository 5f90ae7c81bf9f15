using BillingActors.Domain.Metering;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tariffs;
using static BillingActors.Domain.Tests.Rating.Given;

namespace BillingActors.Domain.Tests.Rating;

public sealed class HoldTests
{
    private static readonly Channel Hourly = Channel();

    [Fact]
    public void Days_without_a_version_are_a_gap()
    {
        var result = ContractRating.Rate(Rated(
            Tariff(Version(1, "2025-01-10", new Charge.Fixed(Head("base"), ChargePer.Day, 1m))), January));

        AssertHeld(result, "tariff-gap", "2025-01-01..2025-01-10");
    }

    [Fact]
    public void Hours_without_a_price_are_a_gap()
    {
        var calendar = new TimeOfUseCalendar("hours", [], [], [new(null, DayKind.All, 420, 1440, "day")], null);
        var price = new PriceModel.TimeOfUse("hours", [new("day", new PriceModel.Flat(0.3m))]);
        var result = ContractRating.Rate(
            Rated(Tariff(Energy(price)).With(calendar), January, Smart(Hourly)).With(Load(Hourly, January, 1)));

        AssertHeld(result, "tariff-gap", "hours without a price");
    }

    [Fact]
    public void An_absent_day_misses_its_intervals()
    {
        var days = Load(Hourly, January, 1).Where(day => day.Day != Day("2025-01-20"));

        AssertHeld(Rate(days), "missing-intervals", "E1 misses 24 intervals, the first at 2025-01-20T00:00+01:00");
    }

    [Fact]
    public void Intervals_marked_missing_are_missing()
    {
        QualityRun[] runs =
            [new(1, 4, ReadQuality.Actual), new(5, 6, ReadQuality.Missing), new(7, 24, ReadQuality.Actual)];
        var days = Load(Hourly, January, 1).Select(day =>
            day.Day == Day("2025-01-20") ? day with { Quality = [.. runs] } : day);

        AssertHeld(Rate(days), "missing-intervals", "E1 misses 2 intervals, the first at 2025-01-20T04:00+01:00");
    }

    [Fact]
    public void The_last_local_hour_may_lie_in_another_source_day()
    {
        // Source days in UTC: the first local hour of January is the last of the 31 December of the source.
        var utc = Channel(offset: 0);
        var days = Load(utc, January, 1).Where(day => day.Day >= Day("2025-01-01"));
        var result = ContractRating.Rate(Rated(Tariff(Energy(0.1m)), January, Smart(utc)).With(days));

        AssertHeld(result, "missing-intervals", "E1 misses 1 interval, the first at 2025-01-01T00:00+01:00");
    }

    [Fact]
    public void No_interval_at_all_is_missing() => AssertHeld(Rate([]), "missing-intervals", "E1 misses 744 intervals");

    [Fact]
    public void Two_different_deliveries_of_one_version_are_doubtful()
    {
        var days = Load(Hourly, January, 1).ToList();
        var other = days[9] with { Values = [.. days[9].Values.Select(_ => 3L)] };

        AssertHeld(Rate(days.Append(other)), "doubtful-read", "different");
    }

    [Fact]
    public void The_same_delivery_twice_counts_once()
    {
        var days = Load(Hourly, January, 1).ToList();

        Assert.Equal(744m, Assert.Single(Rate(days.Append(days[9])).Lines).Quantity);
    }

    [Fact]
    public void Overlapping_source_days_are_doubtful()
    {
        var days = Load(Hourly, January, 1).Select(day =>
            day.Day == Day("2025-01-20") ? day with { OffsetMinutes = 120 } : day);

        var holds = Rate(days).Holds.Select(hold => hold.Code);

        Assert.Contains("doubtful-read", holds, StringComparer.Ordinal);
    }

    [Fact]
    public void Cubic_metres_are_no_kilowatt_hours()
    {
        var gas = Channel(unit: "m3");
        var result = ContractRating.Rate(Rated(Tariff(Energy(0.1m)), January, Smart(gas)).With(Load(gas, January, 1)));

        AssertHeld(result, "unit-mismatch", "priced per kWh, but metered in m3");
    }

    [Fact]
    public void A_day_in_another_unit_is_a_mismatch()
    {
        var days = Load(Hourly, January, 1).Select(day =>
            day.Day == Day("2025-01-20") ? day with { Unit = "m3" } : day);

        AssertHeld(Rate(days), "unit-mismatch", "m3 on 2025-01-20");
    }

    [Fact]
    public void Use_that_is_not_metered_is_no_zero_use() =>
        AssertHeld(ContractRating.Rate(Rated(Tariff(Energy(0.1m)), January)), "no-read", "Import is not metered");

    [Fact]
    public void A_named_channel_must_be_there()
    {
        var charge = new Charge.Usage(Head("energy"), Import("E1", "E2"), new PriceModel.Flat(0.1m));
        var result = ContractRating.Rate(
            Rated(Tariff(charge), January, Smart(Hourly)).With(Load(Hourly, January, 1)));

        AssertHeld(result, "no-read", "E2");
    }

    [Fact]
    public void Days_without_a_meter_are_no_read()
    {
        Meter[] meters =
            [Dial("M1", "2020-01-01", "2025-01-10", Register()), Dial("M2", "2025-01-12", null, Register())];
        var result = ContractRating.Rate(Rated(Tariff(Energy(0.1m)), January, meters));

        AssertHeld(result, "no-read", "no meter from 2025-01-10 on");
    }

    [Fact]
    public void A_register_has_no_hours()
    {
        var calendar = new TimeOfUseCalendar("hours", [], [], [], "all");
        var price = new PriceModel.TimeOfUse("hours", [new("all", new PriceModel.Flat(0.3m))]);
        var result = ContractRating.Rate(
            Rated(Tariff(Energy(price)).With(calendar), January, Dial("M1", "2020-01-01", null, Register()))
                .With(Read("M1", "2025-01-01", 1), Read("M1", "2025-02-01", 2)));

        AssertHeld(result, "missing-intervals", "priced by hour");
    }

    [Fact]
    public void Another_currency_is_held() => AssertHeld(
        ContractRating.Rate(Rated(Tariff(Energy(0.1m)), January) with { Currency = Currency.Of("USD") }),
        "currency-mismatch", "USD");

    [Fact]
    public void A_value_beyond_all_measure_is_doubtful() =>
        AssertHeld(Rate(Load(Hourly, January, long.MaxValue)), "doubtful-read", "beyond");

    [Fact]
    public void Each_reason_is_told_once()
    {
        var tariff = Tariff(Energy(0.1m), new Charge.Usage(Head("rider"), Import(), new PriceModel.Flat(0.01m)));

        Assert.Single(ContractRating.Rate(Rated(tariff, January, Smart(Hourly))).Holds);
    }

    [Fact]
    public void Service_days_outside_of_the_bill_period_are_a_defect() =>
        Assert.Throws<BrokenInvariantException>(() => ContractRating.Rate(
            Rated(Tariff(Energy(0.1m)), January) with { Service = Days("2024-12-31", "2025-01-05") }));

    private static RatingResult Rate(IEnumerable<IntervalDay> days) =>
        ContractRating.Rate(Rated(Tariff(Energy(0.1m)), January, Smart(Hourly)).With(days));

    private static void AssertHeld(RatingResult result, string code, string detail)
    {
        var hold = Assert.Single(result.Holds);
        Assert.Equal(code, hold.Code);
        Assert.Contains(detail, hold.Detail, StringComparison.Ordinal);
        Assert.Empty(result.Lines);
        Assert.Empty(result.Taxes);
    }
}
