namespace BillingActors.Domain.Tariffs.Recurring;

/// <summary>What an interval between two bills is counted in.</summary>
public enum IntervalUnit
{
    /// <summary>Local days.</summary>
    Day,

    /// <summary>Weeks of seven local days.</summary>
    Week,

    /// <summary>Months from a day of the month; a quarter is three, a year is twelve.</summary>
    Month,
}
