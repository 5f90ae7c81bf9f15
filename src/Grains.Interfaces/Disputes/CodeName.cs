namespace BillingActors.Grains.Interfaces.Disputes;

/// <summary>An entry of a list people choose from.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Name.</param>
[GenerateSerializer, Immutable, Alias("code-name")]
public sealed record CodeName(
    [property: Id(0)] string Code,
    [property: Id(1)] string Name);
