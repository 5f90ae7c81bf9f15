using System.Collections.Immutable;
using BillingActors.Domain.Metering;
using BillingActors.Storage.Imports;

namespace BillingActors.Storage.Meters;

/// <summary>
/// What a batch changes, decided against the newest versions stored: record by record, in order, so that a second
/// record
/// of the same day in one batch corrects the first.
/// </summary>
internal sealed class MeterChanges
{
    private readonly List<DayRow> _days = [];
    private readonly List<RegisterRead> _reads = [];
    private readonly SortedDictionary<string, long> _moves = new(StringComparer.Ordinal);

    private MeterChanges(OutcomeCounts counts) => Counts = counts;

    /// <summary>New versions of days, but those that were added before.</summary>
    public IReadOnlyList<DayRow> Days => _days;

    /// <summary>New versions of reads.</summary>
    public IReadOnlyList<RegisterRead> Reads => _reads;

    /// <summary>How far the data version of each service point moves, in order of the service point.</summary>
    public IReadOnlyDictionary<string, long> Moves => _moves;

    /// <summary>What became of all records of the batch.</summary>
    public OutcomeCounts Counts { get; private set; }

    /// <summary>Decides on a batch of which some days are there already as first versions of this very batch.</summary>
    public static MeterChanges Decide(
        MeterBatch batch,
        IReadOnlySet<DayKey> added,
        Dictionary<DayKey, DayRow> newestDays,
        Dictionary<ReadKey, RegisterRead> newestReads)
    {
        var worked = batch.Worked;
        var changes = new MeterChanges(new OutcomeCounts(
            worked.StoredCount, worked.CorrectedCount, worked.DuplicateCount, worked.Rejected.Length));
        foreach (var row in batch.Days)
        {
            var outcome = added.Contains(row.Key) && newestDays.TryAdd(row.Key, row)
                ? changes.Added(row)
                : changes.Put(row, newestDays);
            changes.Counts = changes.Counts.With(outcome);
        }
        foreach (var record in worked.Reads)
            changes.Counts = changes.Counts.With(changes.Put(record, newestReads));
        return changes;
    }

    private RecordOutcome Added(DayRow row)
    {
        Move(row.Day.ServicePointId);
        return RecordOutcome.Stored;
    }

    private RecordOutcome Put(DayRow row, Dictionary<DayKey, DayRow> newest)
    {
        var before = newest.GetValueOrDefault(row.Key);
        if (before is not null && before.SaysTheSameAs(row))
            return RecordOutcome.Duplicate;
        var stored = row with { Day = row.Day with { Version = (before?.Day.Version ?? 0) + 1 } };
        newest[row.Key] = stored;
        _days.Add(stored);
        Move(row.Day.ServicePointId);
        return before is null ? RecordOutcome.Stored : RecordOutcome.Corrected;
    }

    /// <summary>
    /// A record counts once: as a correction when one of its reads is one, as a duplicate when all are.
    /// </summary>
    private RecordOutcome Put(ReadRecord record, Dictionary<ReadKey, RegisterRead> newest)
    {
        var latest = record.Reads.Max(read => read.On);
        var outcomes = record.Reads.Select(read => Put(read, read.On < latest, newest)).ToArray();
        return outcomes.Contains(RecordOutcome.Corrected) ? RecordOutcome.Corrected
            : outcomes.Contains(RecordOutcome.Stored) ? RecordOutcome.Stored
            : RecordOutcome.Duplicate;
    }

    private RecordOutcome Put(RegisterRead read, bool isRepeated, Dictionary<ReadKey, RegisterRead> newest)
    {
        var key = MeterBatch.KeyOf(read);
        var before = newest.GetValueOrDefault(key);
        if (before is not null && SayTheSame(before, read, isRepeated))
            return RecordOutcome.Duplicate;
        var stored = read with
        {
            Version = (before?.Version ?? 0) + 1,
            Kind = isRepeated && before is not null ? before.Kind : read.Kind,
        };
        newest[key] = stored;
        _reads.Add(stored);
        Move(read.ServicePointId);
        return before is null ? RecordOutcome.Stored : RecordOutcome.Corrected;
    }

    /// <summary>A source that repeats the read before does not say why that one was read, so its kind stays.</summary>
    private static bool SayTheSame(RegisterRead before, RegisterRead read, bool isRepeated) =>
        before.Value == read.Value
        && before.Scale == read.Scale
        && before.Quality == read.Quality
        && (isRepeated || before.Kind == read.Kind);

    private void Move(string servicePointId) => _moves[servicePointId] = _moves.GetValueOrDefault(servicePointId) + 1;
}
