namespace BillingActors.Domain.Tariffs.Settings.Subscriptions;

/// <summary>What use that counts by time is divided by in a part of a period.</summary>
public enum PartialUse
{
    /// <summary>By the length of the part.</summary>
    Part,

    /// <summary>By the length of the full period.</summary>
    Period,
}
