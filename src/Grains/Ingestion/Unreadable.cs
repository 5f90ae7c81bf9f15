using BillingActors.Storage.Inbox;

namespace BillingActors.Grains.Ingestion;

/// <summary>Rows whose body is not what was stored.</summary>
internal static class Unreadable
{
    /// <summary>The whole row for the quarantine: nobody can say whose records were in it.</summary>
    public static QuarantinedRecord Row(InboxRow row, InboxRowException fault, int attemptCount) => new(
        new InboxOffset(row.Epoch, row.Partition, row.Row, 0),
        null,
        row.Body,
        "row-unreadable",
        $"{fault.Message} It had {row.RecordCount} records.",
        attemptCount);
}
