namespace BillingActors.Storage.Inbox;

/// <summary>The request an append belongs to: its id, the hash of what it asked, and what of it was rejected at once.</summary>
public sealed record InboxOperation(string OperationId, string RequestHash, int RejectedCount);
