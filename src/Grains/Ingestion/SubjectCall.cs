using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Storage.Inbox;

namespace BillingActors.Grains.Ingestion;

/// <summary>The records of one subject, and what becomes of them.</summary>
internal sealed class SubjectCall(
    string subject, ImmutableArray<(InboxRecord Record, DeliveredRecord Delivered)> records)
{
    private const string Faulted = "consumer-failed";

    public string Subject { get; } = subject;

    public ImmutableArray<DeliveredRecord> Records { get; } = [.. records.Select(record => record.Delivered)];

    /// <summary>The fate of every record by its row, once it is known.</summary>
    public ImmutableArray<(InboxPosition Position, RecordFate Fate)> Fates { get; private set; } = [];

    /// <summary>What goes to quarantine.</summary>
    public ImmutableArray<QuarantinedRecord> Parked { get; private set; } = [];

    /// <summary>Takes the consumer's verdicts.</summary>
    public void Judge(IReadOnlyList<RecordVerdict> verdicts, int attempt)
    {
        Invariant.Holds(verdicts.Count == records.Length, "a consumer judges every record it was given");
        Settle([.. verdicts], attempt);
    }

    /// <summary>All of them go to quarantine: the consumer failed.</summary>
    public void Park(string detail, int attempt) =>
        Settle([.. records.Select(_ => RecordVerdict.Refused(Faulted, detail))], attempt);

    private void Settle(ImmutableArray<RecordVerdict> verdicts, int attempt)
    {
        Fates = [.. records.Zip(verdicts, (record, verdict) => (Place(record.Delivered.Offset), verdict.Fate))];
        Parked =
        [
            .. records.Zip(verdicts).Where(pair => pair.Second.Fate == RecordFate.Refused)
                .Select(pair => new QuarantinedRecord(
                    pair.First.Delivered.Offset,
                    pair.First.Record,
                    [],
                    pair.Second.Code,
                    pair.Second.Detail,
                    attempt)),
        ];
    }

    private static InboxPosition Place(InboxOffset offset) => new(offset.Epoch, offset.Row);
}
