namespace BillingActors.Grains.Interfaces.Collections;

/// <summary>Lifts a block before its end; needs a reason.</summary>
/// <param name="BlockId">Block.</param>
/// <param name="On">Day.</param>
[GenerateSerializer, Immutable, Alias("lift-block")]
public sealed record LiftBlock(
    [property: Id(0)] string BlockId,
    [property: Id(1)] DateOnly On);
