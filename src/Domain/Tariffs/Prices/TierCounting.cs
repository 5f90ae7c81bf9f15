namespace BillingActors.Domain.Tariffs.Prices;

/// <summary>What the tiers of a time-of-use period count.</summary>
public enum TierCounting
{
    /// <summary>The use of the period alone.</summary>
    OfPeriod,

    /// <summary>The use of all periods, shared as the setting "tier-split" says.</summary>
    OfWhole,

    /// <summary>The use of all periods; each period has its share of every tier.</summary>
    OfWholeProRata,

    /// <summary>The use of all periods, in the order of time.</summary>
    OfWholeInOrder,
}
