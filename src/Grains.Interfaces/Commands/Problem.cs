namespace BillingActors.Grains.Interfaces.Commands;

/// <summary>Why not: a stable code of the catalogue and a sentence.</summary>
/// <param name="Code">Stable kebab-case code; see the list of problems.</param>
/// <param name="Detail">What is wrong here, without personal data.</param>
[GenerateSerializer, Immutable, Alias("problem")]
public sealed record Problem(
    [property: Id(0)] string Code,
    [property: Id(1)] string Detail);
