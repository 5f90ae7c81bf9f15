namespace BillingActors.Storage.Inbox;

/// <summary>The row a part of an append became, and how many records are in it.</summary>
public sealed record InboxPart(int Partition, long Row, int Count);
