namespace BillingActors.Domain.Tariffs.Settings.Subscriptions;

/// <summary>What a change to a tariff with another interval does to the periods.</summary>
public enum IntervalChange
{
    /// <summary>They are counted from the change.</summary>
    Restart,

    /// <summary>They are counted as before.</summary>
    Keep,
}
