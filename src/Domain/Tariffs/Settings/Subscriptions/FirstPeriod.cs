namespace BillingActors.Domain.Tariffs.Settings.Subscriptions;

/// <summary>Where the first period ends.</summary>
public enum FirstPeriod
{
    /// <summary>At the next billing day, however long the interval is.</summary>
    NextBillingDay,

    /// <summary>At the billing day of the start month, or whole intervals after it.</summary>
    WholeInterval,
}
