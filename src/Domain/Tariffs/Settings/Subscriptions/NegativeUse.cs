namespace BillingActors.Domain.Tariffs.Settings.Subscriptions;

/// <summary>What a period costs in which the quantity of a charge for events is below zero.</summary>
public enum NegativeUse
{
    /// <summary>Its price, which is a credit.</summary>
    Credited,

    /// <summary>Nothing, not even a flat fee.</summary>
    Nothing,
}
