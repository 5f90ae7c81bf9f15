namespace BillingActors.Storage.Audit;

/// <summary>What a walk along the chain of administration found.</summary>
/// <param name="EntryCount">Entries that hold.</param>
/// <param name="Fault">What is wrong after them; null when the chain holds to its end.</param>
public sealed record AuditChainState(long EntryCount, string? Fault)
{
    /// <summary>Whether it holds.</summary>
    public bool Holds => Fault is null;
}
