namespace BillingActors.Grains.Interfaces.Collectives;

/// <summary>Has a child leave a parent that has ended.</summary>
/// <param name="ParentId">The parent.</param>
/// <param name="SuccessorId">Who pays from now on; absent: the child itself.</param>
[GenerateSerializer, Immutable, Alias("follow-parent")]
public sealed record FollowParent([property: Id(0)] string ParentId, [property: Id(1)] string? SuccessorId);
