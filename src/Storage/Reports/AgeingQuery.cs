using System.Collections.Immutable;

namespace BillingActors.Storage.Reports;

/// <summary>How ages are counted and summed.</summary>
/// <param name="On">The day on which they are counted.</param>
/// <param name="IsByDocument">Whether from the date of the document; else from the due date.</param>
/// <param name="Group">What makes a row.</param>
public sealed record AgeingQuery(DateOnly On, bool IsByDocument, AgeingGroup Group)
{
    /// <summary>Last days of the four buckets after what is not due, where nobody chose others.</summary>
    public static ImmutableArray<int> UsualDays { get; } = [30, 60, 90, 120];

    /// <summary>Last days of the four buckets after what is not due, rising; older is the last bucket.</summary>
    public ImmutableArray<int> Days { get; init; } = UsualDays;

    /// <summary>
    /// The first days of the buckets, youngest first: what is dated before the last is older than all.
    /// </summary>
    internal DateOnly[] Borders => [On, .. Days.Select(days => On.AddDays(-days))];
}
