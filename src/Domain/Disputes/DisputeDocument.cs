namespace BillingActors.Domain.Disputes;

/// <summary>A document that belongs to a dispute: its id in the archive and what kind it is.</summary>
public sealed record DisputeDocument(string Id, string Kind);
