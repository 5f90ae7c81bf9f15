using System.Collections.Immutable;
using BillingActors.Domain.BillRuns;
using BillingActors.Grains.Interfaces.BillRuns;
using BillingActors.Grains.Interfaces.Worklists;

namespace BillingActors.Grains.BillRuns;

/// <summary>Counts and sums over drafts that are not stored, for a dry run.</summary>
internal sealed class DraftSums
{
    private readonly SortedDictionary<(string Kind, string Key), long> _totals = [];
    private long _worked;
    private long _nothingDue;
    private long _calculated;
    private long _net;
    private long _tax;

    public void Add(BillDraft draft)
    {
        _worked++;
        if (draft.Outcome == DraftOutcome.NothingDue)
            _nothingDue++;
        if (draft.Outcome != DraftOutcome.Calculated || draft.Plan is not { } plan)
            return;
        _calculated++;
        _net += plan.Net.Minor;
        _tax += plan.Tax.Minor;
        foreach (var share in plan.Revenue)
            Add("tariff", share.TariffId, share.NetMinor);
        foreach (var tax in plan.Taxes)
            Add("tax", tax.Code, tax.Amount.Minor);
    }

    public DryRunSlice ToSlice(string cursor, bool isDone, ImmutableArray<WorklistRow> held) => new(
        cursor,
        isDone,
        _worked,
        _nothingDue,
        _calculated,
        _net,
        _tax,
        [.. _totals.Select(pair => new RunTotal(pair.Key.Kind, pair.Key.Key, pair.Value))],
        held);

    private void Add(string kind, string key, long minor) =>
        _totals[(kind, key)] = _totals.GetValueOrDefault((kind, key)) + minor;
}
