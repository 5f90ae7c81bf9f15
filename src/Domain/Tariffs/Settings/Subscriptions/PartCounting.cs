namespace BillingActors.Domain.Tariffs.Settings.Subscriptions;

/// <summary>How the length of a part of a period is counted.</summary>
public enum PartCounting
{
    /// <summary>Whole local days; the end day does not count.</summary>
    Days,

    /// <summary>Exact seconds, as instants of the zone.</summary>
    Seconds,

    /// <summary>Days as if every month had 30.</summary>
    ThirtyDayMonth,
}
