using BillingActors.Storage.Inbox;

namespace BillingActors.Grains.Ingestion;

/// <summary>A row of the inbox on its way to the grain of its partition, still sealed.</summary>
[GenerateSerializer, Immutable, Alias("stream-row")]
internal sealed record StreamRow(
    [property: Id(0)] int Epoch,
    [property: Id(1)] int Partition,
    [property: Id(2)] long Row,
    [property: Id(3)] DateTimeOffset AppendedAt,
    [property: Id(4)] int RecordCount,
    [property: Id(5)] byte[] Body)
{
    public static StreamRow Of(InboxRow row) =>
        new(row.Epoch, row.Partition, row.Row, row.AppendedAt, row.RecordCount, row.Body);

    public InboxRow ToRow() => new(Epoch, Partition, Row, AppendedAt, RecordCount, Body);
}
