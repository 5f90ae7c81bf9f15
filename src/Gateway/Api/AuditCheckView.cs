namespace BillingActors.Gateway.Api;

/// <summary>What a walk along the chain of the audit trail found.</summary>
/// <param name="EntryCount">Entries that hold.</param>
/// <param name="Holds">Whether the chain holds to its end.</param>
/// <param name="Fault">What is wrong after them; null when nothing is.</param>
public sealed record AuditCheckView(long EntryCount, bool Holds, string? Fault);
