namespace BillingActors.Domain.Tariffs.Settings.Subscriptions;

/// <summary>Whether the flat fee of the first step is due where nothing was used.</summary>
public enum ZeroQuantityFee
{
    /// <summary>It is.</summary>
    FirstStep,

    /// <summary>It is not.</summary>
    None,
}
