namespace BillingActors.Domain.Tariffs.Settings.Subscriptions;

/// <summary>What the end of a life is.</summary>
public enum LifeUntil
{
    /// <summary>Only what is billed before it is shown; the contract goes on.</summary>
    Horizon,

    /// <summary>The contract ends.</summary>
    End,
}
