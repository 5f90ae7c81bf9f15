namespace BillingActors.Grains.Interfaces.Collections;

/// <summary>Stops the collection of an account; needs a reason.</summary>
/// <param name="BlockId">Block.</param>
/// <param name="Kind">Such as "insolvency" or "life-support".</param>
/// <param name="From">First day.</param>
/// <param name="Through">Last day; null: until it is lifted.</param>
/// <param name="On">Day it was entered.</param>
[GenerateSerializer, Immutable, Alias("place-block")]
public sealed record PlaceBlock(
    [property: Id(0)] string BlockId,
    [property: Id(1)] string Kind,
    [property: Id(2)] DateOnly From,
    [property: Id(3)] DateOnly? Through,
    [property: Id(4)] DateOnly On);
