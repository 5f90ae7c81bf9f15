namespace BillingActors.Storage.Reports;

/// <summary>How ages are counted and summed.</summary>
/// <param name="On">The day on which they are counted.</param>
/// <param name="IsByDocument">Whether from the date of the document; else from the due date.</param>
/// <param name="Group">What makes a row.</param>
public sealed record AgeingQuery(DateOnly On, bool IsByDocument, AgeingGroup Group)
{
    private static readonly int[] LastDays = [0, 30, 60, 90, 120];

    /// <summary>
    /// The first days of the buckets, youngest first: what is dated before the last is older than all.
    /// </summary>
    internal DateOnly[] Borders => [.. LastDays.Select(days => On.AddDays(-days))];
}
