namespace BillingActors.Grains.Interfaces.Streams;

/// <summary>How far a partition is.</summary>
/// <param name="Partition">Its number, from 0.</param>
/// <param name="HeadEpoch">Epoch of its newest row.</param>
/// <param name="HeadRow">Its newest row; 0 where there is none yet.</param>
/// <param name="CheckpointEpoch">Epoch of the next row to be worked off.</param>
/// <param name="CheckpointRow">The next row to be worked off.</param>
/// <param name="WaitingRows">Rows that are not worked off.</param>
/// <param name="Fence">How often it was taken over.</param>
/// <param name="MovedAt">When its checkpoint moved last; null where it never did.</param>
public sealed record StreamPartitionView(
    int Partition,
    int HeadEpoch,
    long HeadRow,
    int CheckpointEpoch,
    long CheckpointRow,
    long WaitingRows,
    long Fence,
    DateTimeOffset? MovedAt);
