namespace BillingActors.Grains.Interfaces.Collectives;

/// <summary>Has another account pay the bills of this one.</summary>
/// <param name="ParentId">Account of the same legal entity that gets collective bills.</param>
[GenerateSerializer, Immutable, Alias("join-parent")]
public sealed record JoinParent([property: Id(0)] string ParentId);
