using System.Collections.Immutable;

namespace BillingActors.Domain.Tariffs;

/// <summary>How a quantity becomes money.</summary>
public abstract record PriceModel
{
    /// <summary>One price for each unit.</summary>
    /// <param name="Price">Price of a unit.</param>
    public sealed record Flat(decimal Price) : PriceModel;

    /// <summary>Prices that change with the quantity.</summary>
    /// <param name="Per">What the limits are for: a day, or a month.</param>
    /// <param name="Mode">Whether each tier prices its own part, or the tier reached prices all.</param>
    /// <param name="Limit">To which tier a quantity exactly at a limit belongs.</param>
    /// <param name="Steps">The tiers in rising order; the last has no limit.</param>
    public sealed record Tiers(ChargePer Per, TierMode Mode, TierLimit Limit, ImmutableArray<Tier> Steps) : PriceModel;

    /// <summary>A price of its own, flat or in tiers, for each period of a calendar.</summary>
    /// <param name="Calendar">Id of the calendar in the version.</param>
    /// <param name="Prices">One entry per period of the calendar.</param>
    public sealed record TimeOfUse(string Calendar, ImmutableArray<PeriodPrice> Prices) : PriceModel;
}
