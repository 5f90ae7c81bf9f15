namespace BillingActors.Domain.Tariffs.Settings.Subscriptions;

/// <summary>Whether limits and free units of events are cut in a part of a period.</summary>
public enum PartLimits
{
    /// <summary>They stay as they are written.</summary>
    Whole,

    /// <summary>A part has its share of them by its days.</summary>
    ByDays,
}
