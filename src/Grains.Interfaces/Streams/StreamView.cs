using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Streams;

/// <summary>How far a durable stream is.</summary>
/// <param name="Name">Its namespace.</param>
/// <param name="Epoch">Epoch appends go to.</param>
/// <param name="PartitionCount">Partitions of that epoch.</param>
/// <param name="WaitingRows">Rows that are not worked off.</param>
/// <param name="WaitingRecords">Records in them.</param>
/// <param name="WaitingBytes">Bytes in them.</param>
/// <param name="OldestWaitingAt">When the oldest of them was accepted; null where none waits.</param>
/// <param name="LagMilliseconds">How long that one has waited; 0 where none waits.</param>
/// <param name="QuarantinedCount">Records in quarantine that nobody has decided about.</param>
/// <param name="Partitions">Its partitions, each with its checkpoint.</param>
public sealed record StreamView(
    string Name,
    int Epoch,
    int PartitionCount,
    long WaitingRows,
    long WaitingRecords,
    long WaitingBytes,
    DateTimeOffset? OldestWaitingAt,
    long LagMilliseconds,
    long QuarantinedCount,
    ImmutableArray<StreamPartitionView> Partitions);
