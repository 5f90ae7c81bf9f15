namespace BillingActors.Domain.Tariffs.Settings.Subscriptions;

/// <summary>Which lines a discount is taken of.</summary>
public enum DiscountBase
{
    /// <summary>Charges and credits.</summary>
    All,

    /// <summary>Charges only; credits are given in full.</summary>
    Charges,
}
