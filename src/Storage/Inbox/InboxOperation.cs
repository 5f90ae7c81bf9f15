namespace BillingActors.Storage.Inbox;

/// <summary>The request of an append: its id, the hash of what it asked, and what was rejected at once.</summary>
public sealed record InboxOperation(string OperationId, string RequestHash, int RejectedCount);
