namespace BillingActors.Domain.Tariffs.Demands;

/// <summary>What several events make of a coincident demand.</summary>
public enum CoincidentRule
{
    /// <summary>The highest of them counts.</summary>
    Highest,

    /// <summary>Their mean counts.</summary>
    Mean,

    /// <summary>They add up.</summary>
    Sum,
}
