using System.Collections.Immutable;
using BillingActors.Storage.Inbox;

namespace BillingActors.Grains.Ingestion;

/// <summary>What became of rows: their outcomes, and what goes to quarantine.</summary>
internal sealed record WorkedRows(
    int RecordCount, ImmutableArray<RowOutcome> Outcomes, ImmutableArray<QuarantinedRecord> Parked)
{
    /// <summary>Puts them together from the fate of every record.</summary>
    public static WorkedRows Of(
        IReadOnlyList<InboxRow> rows,
        IReadOnlyList<(InboxPosition Position, RecordFate Fate)> fates,
        IReadOnlyList<QuarantinedRecord> parked)
    {
        var byRow = fates.ToLookup(fate => fate.Position, fate => fate.Fate);
        var unreadable = parked.Where(one => one.Record is null)
            .ToDictionary(one => new InboxPosition(one.Offset.Epoch, one.Offset.Row));
        return new WorkedRows(
            rows.Sum(row => row.RecordCount),
            [
                .. rows.Select(row => unreadable.ContainsKey(row.Position)
                        ? new RowOutcome(row.Position, 0, row.RecordCount)
                        : new RowOutcome(
                            row.Position,
                            byRow[row.Position].Count(fate => fate == RecordFate.Duplicate),
                            byRow[row.Position].Count(fate => fate == RecordFate.Refused)))
                    .Where(outcome => outcome is not { DuplicateCount: 0, RefusedCount: 0 }),
            ],
            [.. parked]);
    }

    /// <summary>Counts them in the metrics, once they are committed.</summary>
    public void Count(string streamNamespace)
    {
        var duplicate = Outcomes.Sum(outcome => outcome.DuplicateCount);
        var refused = Outcomes.Sum(outcome => outcome.RefusedCount);
        StreamInstruments.Count(streamNamespace, RecordCount - duplicate - refused, duplicate, refused);
    }
}
