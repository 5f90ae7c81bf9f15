namespace BillingActors.Domain.Tariffs.Settings.Subscriptions;

/// <summary>When a version without a day for existing customers counts for them.</summary>
public enum ExistingCustomers
{
    /// <summary>On the day it counts for all.</summary>
    SameDay,

    /// <summary>Never: they keep the version they started with.</summary>
    Never,
}
