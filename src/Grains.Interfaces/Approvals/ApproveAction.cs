namespace BillingActors.Grains.Interfaces.Approvals;

/// <summary>Agrees to an action that waits.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="EffectMinor">What it moves, as the person saw it, in minor units; another effect voids it.</param>
/// <param name="OnBehalfOf">In whose place the caller decides, by a delegation of the legal entity.</param>
[GenerateSerializer, Immutable, Alias("approve-action")]
public sealed record ApproveAction(
    [property: Id(0)] string RequestId,
    [property: Id(1)] long EffectMinor,
    [property: Id(2)] string? OnBehalfOf = null);
