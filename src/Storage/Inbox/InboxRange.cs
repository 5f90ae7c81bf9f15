namespace BillingActors.Storage.Inbox;

/// <summary>Rows of a partition from a position on, bounded by records and bytes; the first always counts.</summary>
internal sealed record InboxRange(
    string Namespace, int Partition, InboxPosition From, int RecordCountMax, long ByteCountMax)
{
    /// <summary>Rows at the most.</summary>
    public const int RowCountMax = 256;
}
