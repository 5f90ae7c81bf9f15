namespace BillingActors.Domain.Tariffs.Settings.Subscriptions;

/// <summary>Which day periods begin on after a change to a tariff with the same interval.</summary>
public enum ChangeAnchor
{
    /// <summary>The billing day.</summary>
    Keep,

    /// <summary>The day of the change.</summary>
    Change,
}
