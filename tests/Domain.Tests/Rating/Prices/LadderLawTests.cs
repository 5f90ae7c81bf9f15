using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.Prices;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Settings;
using CsCheck;
using static BillingActors.Domain.Tests.Rating.Given;

namespace BillingActors.Domain.Tests.Rating.Prices;

/// <summary>What must hold for every graduated price.</summary>
public sealed class LadderLawTests
{
    private static readonly Gen<decimal> Quantity = Gen.Int[0, 4_000_000].Select(units => units / 1000m);

    // Two limits, three prices and a fee of the second step.
    private static readonly Gen<PriceModel> Price = Gen.Select(
        Gen.Int[1, 1_000_000], Gen.Int[1, 1_000_000], Gen.Int[0, 9999], Gen.Int[0, 9999], Gen.Int[0, 500])
        .Select(PriceModel (first, second, low, high, fee) => new PriceModel.Tiers(
            ChargePer.Month, TierMode.Graduated, null,
            [
                new Tier(first / 1000m, low / 10_000m),
                new Tier((first + second) / 1000m, high / 10_000m, fee / 100m),
                new Tier(null, (low + high) / 20_000m),
            ]));

    [Fact]
    public void Parts_one_after_the_other_cost_what_the_whole_costs() =>
        Gen.Select(Price, Quantity, Quantity).Sample((price, first, second) => Assert.Equal(
            Cost(price, first + second, 0m), Cost(price, first, 0m) + Cost(price, second, first)));

    [Fact]
    public void What_is_taken_back_costs_what_it_cost() =>
        Gen.Select(Price, Quantity, Quantity).Sample((price, kept, more) => Assert.Equal(
            0m, CostOfUse(price, more, kept) + CostOfUse(price, -more, kept + more)));

    [Fact]
    public void More_never_costs_less() =>
        Gen.Select(Price, Quantity, Quantity).Sample((price, used, more) =>
            Assert.True(Cost(price, used, 0m) <= Cost(price, used + more, 0m)));

    private static decimal Cost(PriceModel price, decimal quantity, decimal start) =>
        LadderOf(price).PartsOf(quantity, start, null).Sum(static part => part.Quantity * part.Price);

    private static decimal CostOfUse(PriceModel price, decimal quantity, decimal start) =>
        LadderOf(price).PartsOf(quantity, start, null).Where(static part => !part.IsFee)
            .Sum(static part => part.Quantity * part.Price);

    private static Ladder LadderOf(PriceModel price) =>
        LadderBuilding.OfDemand(new Proration(January, January), RatingSettings.Default).Of(price)!;
}
