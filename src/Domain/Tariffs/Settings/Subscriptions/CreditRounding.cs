namespace BillingActors.Domain.Tariffs.Settings.Subscriptions;

/// <summary>How a credit for unused time is rounded.</summary>
public enum CreditRounding
{
    /// <summary>The unused part is rounded.</summary>
    Unused,

    /// <summary>The used part is rounded, and the credit is the rest.</summary>
    Rest,
}
