namespace BillingActors.Domain.Tariffs.Settings.Subscriptions;

/// <summary>What a part of a period is divided by.</summary>
public enum PartDivisor
{
    /// <summary>By the length of the full period, counted in the same way.</summary>
    Period,

    /// <summary>By 30 days for each month of the period.</summary>
    Thirty,

    /// <summary>By 31 days for each month of the period.</summary>
    ThirtyOne,
}
