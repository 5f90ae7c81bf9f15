namespace BillingActors.Domain.Tariffs.Settings.Subscriptions;

/// <summary>Whether what was paid in advance and is not used is given back.</summary>
public enum UnusedCredit
{
    /// <summary>It is credited.</summary>
    Given,

    /// <summary>It is kept.</summary>
    None,
}
