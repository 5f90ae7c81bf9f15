using System.Collections.Immutable;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.Prices;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Prices;
using BillingActors.Domain.Tariffs.Settings;
using CsCheck;

namespace BillingActors.Domain.Tests.Rating.Prices;

/// <summary>The short way of flat prices says what ladders of one step say.</summary>
public sealed class FlatPricingLawTests
{
    private static readonly TimeOfUseCalendar Hours = new(
        "hours", [], [],
        [
            new TimeOfUseRule(null, DayKind.Weekday, 480, 1200, "day"),
            new TimeOfUseRule(null, DayKind.Weekday, 1200, 1320, "evening"),
        ],
        "night");

    private static readonly Gen<decimal> Quantity =
        Gen.Select(Gen.Int[-1_000_000, 1_000_000], Gen.Int[0, 6]).Select(static (digits, scale) =>
            new decimal(Math.Abs(digits), 0, 0, digits < 0, (byte)scale));

    [Fact]
    public void A_flat_price_is_a_ladder_of_one_step() => Quantity.Sample(quantity =>
        AssertSame(new PriceModel.Flat(0.2871m), [quantity], null));

    [Fact]
    public void Flat_prices_by_period_are_ladders_of_one_step_each() =>
        Gen.Select(Quantity.Array[3], Gen.Int[0, 1]).Sample((quantities, order) =>
        {
            ImmutableArray<PeriodPrice> prices =
            [
                new("day", new PriceModel.Flat(0.3071m)),
                new("evening", new PriceModel.Flat(0m)),
                new("night", new PriceModel.Flat(-0.01m)),
            ];
            foreach (var counting in new TierCounting?[] { null, TierCounting.OfPeriod, TierCounting.OfWholeProRata })
            {
                var inOrder = order == 0 ? prices : [.. prices.Reverse()];
                AssertSame(new PriceModel.TimeOfUse("hours", inOrder) { Counting = counting }, quantities, Hours);
            }
        });

    [Fact]
    public void What_has_tiers_or_an_order_of_time_takes_the_long_way()
    {
        var tiers = new PriceModel.Tiers(
            ChargePer.Month, TierMode.Graduated, null, [new Tier(100m, 0.1m), new Tier(null, 0.2m)]);
        var flat = new PriceModel.Flat(0.1m);
        ImmutableArray<PeriodPrice> plain = [new("day", flat), new("evening", flat), new("night", flat)];

        Assert.Null(Short(tiers, [1m], null));
        Assert.Null(Short(
            new PriceModel.TimeOfUse("hours", plain.SetItem(1, new("evening", tiers))), [1m, 2m, 3m], Hours));
        Assert.Null(Short(
            new PriceModel.TimeOfUse("hours", plain) { Counting = TierCounting.OfWholeInOrder }, [1m, 2m, 3m], Hours));
    }

    private static void AssertSame(PriceModel price, decimal[] quantities, TimeOfUseCalendar? calendar)
    {
        var building = LadderBuilding.OfDemand(default, RatingSettings.Default);
        var starts = new TierStarts(null!, "energy", Given.January);
        var ladders = new PartPricing(building, starts, calendar?.Periods ?? [], static () => null);
        var expected = Pricing.WithoutZeros(ladders.PartsOf(price, quantities, null));

        Assert.Equal(expected, Pricing.WithoutZeros(Short(price, quantities, calendar)!));
    }

    private static List<PricedPart>? Short(PriceModel price, decimal[] quantities, TimeOfUseCalendar? calendar) =>
        price is PriceModel.Flat flat
            ? [FlatPricing.PartOf(flat, quantities[0])]
            : FlatPricing.PartsOf(price, quantities, calendar, RatingSettings.Default);
}
