using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Privacy;

/// <summary>When the last legal duty to keep a person's data ends, so that it may be erased.</summary>
public static class LastDuty
{
    /// <summary>
    /// The last day of the last duty; null while it cannot be known, because an account is open or something is owed.
    /// Records of a year are kept for so many years after its end.
    /// </summary>
    public static LocalDate? EndsOn(PersonFacts facts, ImmutableArray<RetentionClass> classes)
    {
        if (facts.OpenAccountCount > 0 || facts.UnsettledAccountCount > 0)
            return null;
        return LocalDate.Max(
            Ends(facts.LastDocumentOn, classes, RetentionClass.Documents),
            Ends(facts.LastNoteOn, classes, RetentionClass.Notes));
    }

    /// <summary>Whether a person's data may be erased on a day.</summary>
    public static bool HasEnded(LocalDate? endsOn, LocalDate on) => endsOn is { } day && on > day;

    private static LocalDate Ends(LocalDate? last, ImmutableArray<RetentionClass> classes, string name)
    {
        var years = classes.Where(one => one.Name == name).Select(one => one.Years)
            .DefaultIfEmpty(RetentionClass.YearsMax).Max();
        Invariant.Holds(years is >= 0 and <= RetentionClass.YearsMax, "a retention class asks for 0 to 30 years");
        return last is { } day ? new LocalDate(day.Year + years, 12, 31) : new LocalDate(1, 1, 1);
    }
}
