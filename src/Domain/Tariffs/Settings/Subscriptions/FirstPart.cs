namespace BillingActors.Domain.Tariffs.Settings.Subscriptions;

/// <summary>What the part before the first billing day costs.</summary>
public enum FirstPart
{
    /// <summary>Its share of a full period.</summary>
    Prorated,

    /// <summary>As much as a full period.</summary>
    Full,

    /// <summary>Nothing.</summary>
    Free,
}
