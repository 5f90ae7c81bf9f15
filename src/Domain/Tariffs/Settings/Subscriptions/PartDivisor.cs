namespace BillingActors.Domain.Tariffs.Settings.Subscriptions;

/// <summary>What a part of a period is divided by.</summary>
public enum PartDivisor
{
    /// <summary>By the length of the full period, counted in the same way.</summary>
    Period,

    /// <summary>
    /// The same, but a part that ends with its period is divided by the period counted back from that end: from
    /// 28 February a month back to 28 January.
    /// </summary>
    PeriodBack,

    /// <summary>
    /// The same, but a part that begins later is divided by the period counted on from its beginning: from 31 January a
    /// month to 28 February.
    /// </summary>
    PeriodForward,

    /// <summary>By 30 days for each month of the period.</summary>
    Thirty,

    /// <summary>By 31 days for each month of the period.</summary>
    ThirtyOne,
}
