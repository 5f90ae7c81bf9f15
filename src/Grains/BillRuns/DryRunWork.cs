using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.BillRuns;
using BillingActors.Grains.Interfaces.BillRuns;
using BillingActors.Grains.Interfaces.Worklists;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Grains.BillRuns;

/// <summary>A dry run under way: everything it knows lives here and nowhere else.</summary>
internal sealed class DryRunWork(
    PlanRun plan, Period period, LegalEntity entity, ImmutableArray<RunPartition> partitions)
{
    private const int HeldCountMax = 10_000;

    private readonly Dictionary<int, string> _cursors =
        partitions.ToDictionary(partition => partition.Number, partition => partition.AfterKey);

    private readonly Dictionary<(string Kind, string Key), long> _totals = [];

    public PlanRun Plan { get; } = plan;

    public Period Period { get; } = period;

    public LegalEntity Entity { get; } = entity;

    public long Candidates { get; init; }

    public required RunProgress Progress { get; init; }

    public long NothingDue { get; private set; }

    public long Calculated { get; private set; }

    public long Held { get; private set; }

    public long NetMinor { get; private set; }

    public long TaxMinor { get; private set; }

    /// <summary>Accounts that would be held, the first ten thousand.</summary>
    public List<WorklistRow> HeldRows { get; } = [];

    public bool IsDone => _cursors.Count == 0;

    public IEnumerable<(RunPartition Partition, string Cursor)> Open() =>
        partitions.Where(p => _cursors.ContainsKey(p.Number)).Select(p => (p, _cursors[p.Number]));

    public ImmutableArray<RunTotal> Totals() =>
        [.. _totals.OrderBy(pair => pair.Key).Select(pair => new RunTotal(pair.Key.Kind, pair.Key.Key, pair.Value))];

    public void Take(int partition, DryRunSlice slice)
    {
        Progress.Add(partition, new PartitionProgress(slice.Worked, slice.Calculated, slice.Held.Length, slice.IsDone));
        NothingDue += slice.NothingDue;
        Calculated += slice.Calculated;
        Held += slice.Held.Length;
        NetMinor += slice.NetMinor;
        TaxMinor += slice.TaxMinor;
        foreach (var total in slice.Totals)
            Add(total.Kind, total.Key, total.AmountMinor);
        foreach (var row in slice.Held)
            Add("hold", row.Code, 1);
        HeldRows.AddRange(slice.Held.Take(HeldCountMax - HeldRows.Count));
        if (slice.IsDone)
            _cursors.Remove(partition);
        else
            _cursors[partition] = slice.Cursor;
        if (IsDone)
            Progress.Stop();
    }

    private void Add(string kind, string key, long amount) =>
        _totals[(kind, key)] = _totals.GetValueOrDefault((kind, key)) + amount;
}
