namespace BillingActors.Domain.Tariffs;

/// <summary>What kind of day a local day is in a time-of-use calendar; a listed holiday is nothing else.</summary>
[Flags]
public enum DayKind
{
    /// <summary>No day.</summary>
    None = 0,

    /// <summary>Monday.</summary>
    Monday = 1,

    /// <summary>Tuesday.</summary>
    Tuesday = 2,

    /// <summary>Wednesday.</summary>
    Wednesday = 4,

    /// <summary>Thursday.</summary>
    Thursday = 8,

    /// <summary>Friday.</summary>
    Friday = 16,

    /// <summary>Saturday.</summary>
    Saturday = 32,

    /// <summary>Sunday.</summary>
    Sunday = 64,

    /// <summary>A day of the calendar's list of holidays.</summary>
    Holiday = 128,

    /// <summary>Monday to Friday.</summary>
    Weekday = Monday | Tuesday | Wednesday | Thursday | Friday,

    /// <summary>Saturday and Sunday.</summary>
    Weekend = Saturday | Sunday,

    /// <summary>Every day.</summary>
    All = Weekday | Weekend | Holiday,
}
