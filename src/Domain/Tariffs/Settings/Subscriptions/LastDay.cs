namespace BillingActors.Domain.Tariffs.Settings.Subscriptions;

/// <summary>Whether the day on which a contract ends is billed.</summary>
public enum LastDay
{
    /// <summary>It is not.</summary>
    Exclusive,

    /// <summary>It is.</summary>
    Inclusive,
}
