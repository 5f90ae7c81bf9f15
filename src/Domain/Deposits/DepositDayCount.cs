namespace BillingActors.Domain.Deposits;

/// <summary>How many days a year has where interest is counted by days.</summary>
public enum DepositDayCount
{
    /// <summary>As many as the year of the day has: 365 or 366.</summary>
    ActualActual,

    /// <summary>365, also in a leap year.</summary>
    Actual365,

    /// <summary>360.</summary>
    Actual360,
}
