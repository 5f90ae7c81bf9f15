using System.Collections.Immutable;

namespace BillingActors.Storage.Inbox;

/// <summary>What an append became: rows of one epoch, at most one per partition, all of them durable.</summary>
public sealed record InboxReceipt(int Epoch, ImmutableArray<InboxPart> Parts)
{
    /// <summary>Records stored.</summary>
    public int Count => Parts.Sum(part => part.Count);
}
