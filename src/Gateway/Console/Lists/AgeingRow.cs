using System.Collections.Immutable;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Console.Lists;

/// <summary>A row of an ageing: what a group has open in one currency.</summary>
/// <param name="Group">Cycle, segment or legal entity.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Cells">Its cells by bucket; those that are nothing are not there.</param>
internal sealed record AgeingRow(
    string Group, string Currency, ImmutableDictionary<AgeingBucket, AgeingCell> Cells)
{
    /// <summary>How strongly a cell can be tinted.</summary>
    public const int HeatMax = 5;

    /// <summary>What is owed in all.</summary>
    public long TotalMinor => Cells.Values.Sum(cell => cell.AmountMinor);

    /// <summary>What of it is disputed and not decided.</summary>
    public long DisputedMinor => Cells.Values.Sum(cell => cell.DisputedMinor);

    /// <summary>The rows of the cells of a report.</summary>
    public static ImmutableArray<AgeingRow> Of(ImmutableArray<AgeingCell> cells) =>
    [
        .. cells.GroupBy(cell => (cell.Group, cell.Currency))
            .OrderBy(row => row.Key.Currency, StringComparer.Ordinal)
            .ThenBy(row => row.Key.Group, StringComparer.Ordinal)
            .Select(row => new AgeingRow(
                row.Key.Group, row.Key.Currency, row.ToImmutableDictionary(cell => cell.Bucket))),
    ];

    /// <summary>The sums of rows, one per currency.</summary>
    public static ImmutableArray<AgeingRow> Sums(ImmutableArray<AgeingRow> rows) =>
        Of([
            .. rows.SelectMany(row => row.Cells.Values).GroupBy(cell => (cell.Currency, cell.Bucket))
                .Select(sum => new AgeingCell(
                    "", sum.Key.Currency, sum.Key.Bucket, sum.Sum(cell => cell.AmountMinor),
                    sum.Sum(cell => cell.DisputedMinor), sum.Sum(cell => cell.AccountCount))),
        ]);

    /// <summary>What stands in a bucket.</summary>
    public long In(AgeingBucket bucket) => Cells.GetValueOrDefault(bucket)?.AmountMinor ?? 0;

    /// <summary>
    /// How strongly a cell is tinted: overdue money against the largest overdue cell of its currency.
    /// </summary>
    public static int HeatOf(AgeingBucket bucket, long minor, long largestMinor) =>
        !IsOverdue(bucket) || minor <= 0 || largestMinor <= 0
            ? 0
            : (int)Math.Clamp(Math.Ceiling((decimal)minor * HeatMax / largestMinor), 1, HeatMax);

    /// <summary>Whether a bucket is overdue.</summary>
    public static bool IsOverdue(AgeingBucket bucket) =>
        bucket is >= AgeingBucket.Days1To30 and <= AgeingBucket.Over120;
}
