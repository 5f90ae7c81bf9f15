namespace BillingActors.Domain.Tariffs.Settings.Subscriptions;

/// <summary>What periods are counted from.</summary>
public enum BillingAlignment
{
    /// <summary>From the first billing day of the contract.</summary>
    Anniversary,

    /// <summary>From January, and weeks from Monday.</summary>
    Calendar,
}
