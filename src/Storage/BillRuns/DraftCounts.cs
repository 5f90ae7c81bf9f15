using System.Collections.Immutable;
using BillingActors.Domain.BillRuns;
using BillingActors.Storage.Json;

namespace BillingActors.Storage.BillRuns;

/// <summary>Puts the grouped sums of the database together into the counts of a run.</summary>
internal static class DraftCounts
{
    /// <summary>From rows (outcome, count, net, tax) and rows (key, amount), both in any order.</summary>
    public static RunCounts Of(
        IReadOnlyCollection<(string Outcome, long Count, long NetMinor, long TaxMinor)> outcomes,
        IReadOnlyCollection<RunSum> sums)
    {
        var counted = outcomes.ToDictionary(row => EnumWords<DraftOutcome>.Parse(row.Outcome));
        var (calculated, issued) = (Find(DraftOutcome.Calculated), Find(DraftOutcome.Issued));
        return new RunCounts(
            outcomes.Sum(row => row.Count),
            Find(DraftOutcome.NothingDue).Count,
            calculated.Count + issued.Count,
            Find(DraftOutcome.Held).Count,
            Find(DraftOutcome.Skipped).Count,
            calculated.NetMinor + issued.NetMinor,
            calculated.TaxMinor + issued.TaxMinor,
            Under(DraftRow.TariffPrefix, sums),
            Under(DraftRow.TaxPrefix, sums));

        (string Outcome, long Count, long NetMinor, long TaxMinor) Find(DraftOutcome outcome) =>
            counted.GetValueOrDefault(outcome);
    }

    private static ImmutableArray<RunSum> Under(string prefix, IReadOnlyCollection<RunSum> sums) =>
    [
        .. sums.Where(sum => sum.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(sum => sum with { Key = sum.Key[prefix.Length..] })
            .OrderBy(sum => sum.Key, StringComparer.Ordinal),
    ];
}
