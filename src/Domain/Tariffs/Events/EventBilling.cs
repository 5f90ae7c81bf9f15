namespace BillingActors.Domain.Tariffs.Events;

/// <summary>What one line of an event charge is for.</summary>
public enum EventBilling
{
    /// <summary>All events of the bill period.</summary>
    PerPeriod,

    /// <summary>One event; it costs what it adds to the period so far.</summary>
    PerEvent,
}
