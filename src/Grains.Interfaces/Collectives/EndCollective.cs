namespace BillingActors.Grains.Interfaces.Collectives;

/// <summary>Ends that an account pays for others.</summary>
/// <param name="SuccessorId">The account its children move to; absent: they pay their bills themselves again.</param>
[GenerateSerializer, Immutable, Alias("end-collective")]
public sealed record EndCollective([property: Id(0)] string? SuccessorId = null);
