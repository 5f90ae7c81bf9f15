namespace BillingActors.Domain.Tariffs.Settings.Subscriptions;

/// <summary>How a part of a period of several months is divided.</summary>
public enum PartMonths
{
    /// <summary>All its days by the days of the full period.</summary>
    ByDay,

    /// <summary>Whole months first, then the days that are left by the days of their month.</summary>
    ByMonth,
}
