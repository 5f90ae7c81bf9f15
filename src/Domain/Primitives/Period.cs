using NodaTime;

namespace BillingActors.Domain.Primitives;

/// <summary>Local days from the first day up to, and not including, the end day.</summary>
public readonly record struct Period
{
    /// <summary>Creates a period; the end lies after the start.</summary>
    public Period(LocalDate from, LocalDate until)
    {
        Invariant.Holds(from < until, "a period has at least one day");
        (From, Until) = (from, until);
    }

    /// <summary>First day, inclusive.</summary>
    public LocalDate From { get; }

    /// <summary>End day, exclusive.</summary>
    public LocalDate Until { get; }

    /// <summary>Number of local days, at least 1.</summary>
    public int Days => NodaTime.Period.DaysBetween(From, Until);

    /// <summary>Whether the day lies inside.</summary>
    public bool Contains(LocalDate day) => From <= day && day < Until;

    /// <summary>The days both have in common, or null when there are none.</summary>
    public Period? Overlap(LocalDate from, LocalDate? until)
    {
        var start = LocalDate.Max(From, from);
        var end = until is { } u ? LocalDate.Min(Until, u) : Until;
        return start < end ? new Period(start, end) : null;
    }

    /// <inheritdoc cref="Overlap(LocalDate, LocalDate?)"/>
    public Period? Overlap(Period other) => Overlap(other.From, other.Until);

    /// <summary>Both days in ISO form: "2025-01-01..2025-02-01".</summary>
    public override string ToString() => $"{From:uuuu-MM-dd}..{Until:uuuu-MM-dd}";
}
