using System.Collections.Immutable;

namespace BillingActors.Storage.Inbox;

/// <summary>Moves a checkpoint over rows that are all committed or parked, and says what became of them.</summary>
public sealed record InboxAdvance(
    string Namespace,
    int Partition,
    InboxClaim Claim,
    InboxPosition To,
    long RecordCount,
    long ByteCount,
    ImmutableArray<RowOutcome> Outcomes,
    ImmutableArray<QuarantinedRecord> Quarantined);
