namespace BillingActors.Storage.Inbox;

/// <summary>A request that was accepted, and the rows it became.</summary>
public sealed record StoredOperation(InboxOperation Request, InboxReceipt Receipt);
