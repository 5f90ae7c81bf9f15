namespace BillingActors.Domain.Tariffs.Demands;

/// <summary>What demand is measured as.</summary>
public enum DemandBasis
{
    /// <summary>The highest window of the bill period.</summary>
    Highest,

    /// <summary>The sum of the highest windows of all days, priced per day.</summary>
    Daily,

    /// <summary>The demand in the hours of events, such as the peaks of a whole system.</summary>
    Coincident,
}
