using System.Collections.Immutable;
using BillingActors.Domain.BillRuns;
using AccountKey = BillingActors.Grains.Interfaces.AccountKey;

namespace BillingActors.Storage.BillRuns;

/// <summary>Ranges of account keys: how a cycle is cut, and where a page begins.</summary>
internal static class RunRanges
{
    /// <summary>
    /// Ranges that meet at the last key of each part; the first and the last are open, so no key falls through.
    /// </summary>
    public static (ImmutableArray<RunPartition> Partitions, long CandidateCount) Of(
        IReadOnlyList<(string LastKey, long Count)> parts)
    {
        if (parts.Count == 0)
            return ([new RunPartition(0, "", "")], 0);
        var partitions = parts.Select((part, i) => new RunPartition(
            i, i == 0 ? "" : parts[i - 1].LastKey, i == parts.Count - 1 ? "" : part.LastKey));
        return ([.. partitions], parts.Sum(part => part.Count));
    }

    /// <summary>The exclusive lower bound of the next page of a range.</summary>
    public static string After(RunPartition partition, string afterKey) =>
        string.CompareOrdinal(partition.AfterKey, afterKey) > 0 ? partition.AfterKey : afterKey;

    /// <summary>The keys of a selection of account ids that lie in the rest of the range.</summary>
    public static string[] Selected(RunRange range, string afterKey)
    {
        var (after, through) = (After(range.Partition, afterKey), range.Partition.ThroughKey);
        return
        [
            .. range.AccountIds.Select(id => AccountKey.Of(range.EntityId, id))
                .Where(key => string.CompareOrdinal(key, after) > 0
                    && (through.Length == 0 || string.CompareOrdinal(key, through) <= 0))
                .Distinct(StringComparer.Ordinal),
        ];
    }
}
