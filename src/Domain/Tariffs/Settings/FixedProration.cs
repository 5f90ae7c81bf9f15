namespace BillingActors.Domain.Tariffs.Settings;

/// <summary>How a part of a bill period counts for what is priced per month.</summary>
public enum FixedProration
{
    /// <summary>Its days of the days of the full period.</summary>
    ActualDays,

    /// <summary>Its days of 30; a full period is a whole month all the same.</summary>
    ThirtyDayMonth,

    /// <summary>A begun month is a whole one.</summary>
    Whole,

    /// <summary>Its days of each calendar month, of the days of that month.</summary>
    CalendarMonth,

    /// <summary>Its days times twelve 365ths, for full periods too.</summary>
    AverageMonth,

    /// <summary>Its days divided by 30, for full periods too.</summary>
    ThirtyDays,
}
