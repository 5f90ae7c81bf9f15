namespace BillingActors.Storage.Inbox;

/// <summary>A row as it is stored: its records in one sealed body.</summary>
public sealed record InboxRow(
    int Epoch, int Partition, long Row, DateTimeOffset AppendedAt, int RecordCount, byte[] Body)
{
    /// <summary>Where it stands.</summary>
    public InboxPosition Position => new(Epoch, Row);

    /// <summary>Where the next row stands.</summary>
    public InboxPosition Next => new(Epoch, Row + 1);
}
