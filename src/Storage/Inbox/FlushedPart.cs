namespace BillingActors.Storage.Inbox;

/// <summary>A part with the row it becomes.</summary>
internal sealed record FlushedPart(PreparedAppend Append, PreparedPart Part, long Row)
{
    /// <summary>What the appender is told.</summary>
    public InboxPart Answer => new(Part.Partition, Row, Part.RecordCount);
}
