namespace BillingActors.Storage.Inbox;

/// <summary>What of a row was known before, and what was refused; the rest had its effect.</summary>
public sealed record RowOutcome(InboxPosition Position, int DuplicateCount, int RefusedCount);
