namespace BillingActors.Domain.Charging;

/// <summary>Where a batch stands in a stream: a batch delivered again has the same place.</summary>
/// <param name="Epoch">Counts up when the number of partitions changes.</param>
/// <param name="Partition">Partition.</param>
/// <param name="Row">Row of the partition.</param>
/// <param name="Index">Index in the row.</param>
public sealed record StreamOffset(int Epoch, int Partition, long Row, int Index)
{
    /// <summary>Whether it comes after the other, both being of one partition of one epoch.</summary>
    public bool IsAfter(StreamOffset other) => Row > other.Row || (Row == other.Row && Index > other.Index);

    /// <summary>Whether both are of one partition of one epoch, so that one comes before the other.</summary>
    public bool IsOfSameLog(StreamOffset other) => Epoch == other.Epoch && Partition == other.Partition;
}
