using System.Collections.Immutable;
using BillingActors.Domain.Metering;

namespace BillingActors.Storage.Imports;

/// <summary>
/// The effect of a batch: meter data to store, records rejected, and counts of records whose effect was stored
/// elsewhere
/// (accounts and master data, which are safe to repeat). The store decides stored, corrected or duplicate for meter
/// data.
/// </summary>
/// <param name="ImportId">Import.</param>
/// <param name="Sequence">The batch; worked off once, whatever is repeated.</param>
/// <param name="Days">Interval days; their version is ignored, the store counts it.</param>
/// <param name="Reads">Register reads; their version is ignored. One record may bring two reads.</param>
/// <param name="Rejected">Records for the worklist.</param>
/// <param name="StoredCount">Other records stored as new.</param>
/// <param name="CorrectedCount">Other records stored as a change.</param>
/// <param name="DuplicateCount">Other records known already.</param>
public sealed record WorkedBatch(
    string ImportId,
    int Sequence,
    ImmutableArray<IntervalDay> Days,
    ImmutableArray<ReadRecord> Reads,
    ImmutableArray<RejectedRecord> Rejected,
    long StoredCount = 0,
    long CorrectedCount = 0,
    long DuplicateCount = 0)
{
    /// <summary>Reads that came by no import, each a record of its own.</summary>
    public static WorkedBatch ByHand(ImmutableArray<RegisterRead> reads) =>
        new("", 0, [], [.. reads.Select(read => new ReadRecord([read]))], []);
}
