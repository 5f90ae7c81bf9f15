namespace BillingActors.Grains.Interfaces.Collections;

/// <summary>A block of collection.</summary>
/// <param name="BlockId">Block.</param>
/// <param name="Kind">Kind.</param>
/// <param name="From">First day.</param>
/// <param name="Through">Last day.</param>
[GenerateSerializer, Immutable, Alias("block-view")]
public sealed record BlockView(
    [property: Id(0)] string BlockId,
    [property: Id(1)] string Kind,
    [property: Id(2)] DateOnly From,
    [property: Id(3)] DateOnly? Through);
