namespace BillingActors.Storage.Inbox;

/// <summary>A record that cannot have its effect; without a record where the whole row cannot be read.</summary>
public sealed record QuarantinedRecord(
    InboxOffset Offset, InboxRecord? Record, byte[] RowBody, string Code, string Detail, int AttemptCount)
{
    /// <summary>The legal entity of its subject, which limits who may see it; null where nobody can tell.</summary>
    public string? EntityId => Record?.Subject.Split('/', 2) is [var entityId, _] ? entityId : null;
}
