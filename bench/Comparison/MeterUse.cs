namespace BillingActors.Comparison;

/// <summary>What a meter counted in a month.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">End day, exclusive.</param>
/// <param name="Before">The dial at the first day.</param>
/// <param name="After">The dial at the end.</param>
[GenerateSerializer, Immutable, Alias("comparison-meter-use")]
public sealed record MeterUse(
    [property: Id(0)] DateOnly From,
    [property: Id(1)] DateOnly Until,
    [property: Id(2)] long Before,
    [property: Id(3)] long After);
