using BillingActors.Storage.Reports;

namespace BillingActors.Storage.Audit;

/// <summary>Which entries are wanted; what is empty does not limit.</summary>
/// <param name="Scope">
/// Legal entities the reader may see; who is limited sees no entry that belongs to no legal entity.
/// </param>
public sealed record AuditFilter(EntityScope Scope)
{
    /// <summary>The person or program.</summary>
    public string ActorId { get; init; } = "";

    /// <summary>What was done.</summary>
    public string Action { get; init; } = "";

    /// <summary>The legal entity; wanted with an account.</summary>
    public string EntityId { get; init; } = "";

    /// <summary>The account.</summary>
    public string AccountId { get; init; } = "";
}
