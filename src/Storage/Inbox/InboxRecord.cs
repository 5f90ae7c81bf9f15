namespace BillingActors.Storage.Inbox;

/// <summary>
/// A record to be appended: the subject it concerns (an account key, or whatever keeps an order of its own), and the
/// source and id its sender names it by.
/// </summary>
public sealed record InboxRecord(string Subject, string Source, string Id, ReadOnlyMemory<byte> Body);
