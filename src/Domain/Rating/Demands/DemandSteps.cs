using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tariffs.Demands;
using BillingActors.Domain.Tariffs.Settings;

namespace BillingActors.Domain.Rating.Demands;

/// <summary>Brings demands, and what goes beyond another quantity, to the multiples that the settings name.</summary>
internal static class DemandSteps
{
    /// <summary>A billed demand.</summary>
    public static decimal OfDemand(RatingSettings settings, decimal demand) =>
        Rounded(demand, settings.Of(DemandSettings.Step), settings.Of(DemandSettings.Rounding));

    /// <summary>What goes beyond a percentage of another quantity.</summary>
    public static decimal OfExcess(RatingSettings settings, decimal excess) =>
        Rounded(excess, settings.Of(DemandSettings.ExcessStep), settings.Of(DemandSettings.ExcessRounding));

    private static decimal Rounded(decimal quantity, decimal? multiple, DemandRounding way)
    {
        if (multiple is not { } step)
            return quantity;
        var steps = quantity / step;
        var whole = way switch
        {
            DemandRounding.Up => decimal.Ceiling(steps),
            DemandRounding.Down => decimal.Floor(steps),
            _ => Rounding.HalfAwayFromZero(steps, 0),
        };
        return whole * step;
    }
}
