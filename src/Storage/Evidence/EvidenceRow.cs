namespace BillingActors.Storage.Evidence;

/// <summary>A document as its row has it.</summary>
internal sealed record EvidenceRow(
    EvidenceKey Key, string CustomerId, DateTimeOffset StoredAt, int Length, byte[] Head, byte[] Body);
