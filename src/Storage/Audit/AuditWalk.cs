namespace BillingActors.Storage.Audit;

/// <summary>Walks the chain of administration entry by entry; the first fault ends it.</summary>
internal sealed class AuditWalk
{
    /// <summary>Entries that hold so far.</summary>
    public long Count { get; private set; }

    /// <summary>The link after them.</summary>
    public ReadOnlyMemory<byte> Link { get; private set; } = AuditChain.Start;

    /// <summary>What is wrong with the next entry, or null.</summary>
    public string? Add(AuditRow row)
    {
        if (row.Position != Count + 1)
            return $"entry {Count + 1} is missing";
        if (!row.Previous.Span.SequenceEqual(Link.Span))
            return Count == 0 ? "the first entry has a predecessor" : $"entry {Count} was changed";
        (Count, Link) = (row.Position, row.Link());
        return null;
    }

    /// <summary>What is wrong with the end, or null.</summary>
    public string? End(long position, ReadOnlyMemory<byte> link)
    {
        if (position != Count)
            return $"the chain had {position} entries, and {Count} are there";
        return link.Span.SequenceEqual(Link.Span) ? null : $"entry {Count} was changed";
    }
}
