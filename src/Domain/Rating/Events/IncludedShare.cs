using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Events;
using BillingActors.Domain.Tariffs.QuantityPrices;

namespace BillingActors.Domain.Rating.Events;

/// <summary>Cuts what a charge for events includes to a part of a period.</summary>
/// <param name="Days">Days of the part.</param>
/// <param name="Full">Days of the full period.</param>
internal sealed record IncludedShare(int Days, int Full)
{
    /// <summary>The charge with its share of free units.</summary>
    public EventCharge Of(EventCharge charge) => charge.Counting is { } counting
        ? charge with { Counting = counting with { Free = Of(counting.Free) } }
        : charge;

    /// <summary>The price with its share of limits and of what is free; limits for good are not cut.</summary>
    public PriceModel Of(PriceModel price) => price switch
    {
        SteppedPrice stepped => stepped with
        {
            Steps = [.. stepped.Steps.Select(step => step with { UpTo = Of(step.UpTo) })],
        },
        PriceModel.Tiers { Per: not (ChargePer.Life or ChargePer.Year) } tiers => tiers with
        {
            Steps = [.. tiers.Steps.Select(step => step with { UpTo = Of(step.UpTo) })],
        },
        PackagePrice package => package with { Free = Of(package.Free) },
        PercentagePrice percentage => percentage with { FreeAmount = Of(percentage.FreeAmount) },
        _ => price,
    };

    private decimal? Of(decimal? limit) => limit is { } some ? Of(some) : null;

    private decimal Of(decimal limit) => Days == Full
        ? limit
        : Exact.Normalised(Rounding.HalfAwayFromZero(limit * Days / Full, Exact.PartDecimals));
}
