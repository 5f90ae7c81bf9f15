namespace BillingActors.Domain.Tariffs.Settings.Subscriptions;

/// <summary>Whether the day on which a contract begins inside a period is billed.</summary>
public enum FirstDay
{
    /// <summary>It is.</summary>
    Inclusive,

    /// <summary>It is not.</summary>
    Exclusive,
}
