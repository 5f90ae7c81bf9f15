namespace BillingActors.Storage.Audit;

/// <summary>An entry in its place in the chain.</summary>
/// <param name="Position">Counts from 1 without gap.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Previous">The link it was written on: 32 bytes.</param>
public sealed record AuditRow(long Position, AuditEntry Entry, ReadOnlyMemory<byte> Previous)
{
    /// <summary>The link the next entry is written on.</summary>
    public byte[] Link() => AuditChain.Link(Previous.Span, Position, Entry);
}
