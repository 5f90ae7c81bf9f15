namespace BillingActors.Comparison.Idiom;

/// <summary>What an account owes, and what its calls come to that are on no bill.</summary>
[GenerateSerializer, Immutable, Alias("comparison-balance")]
public sealed record PlainBalance([property: Id(0)] long OwedMinor, [property: Id(1)] decimal Unbilled);
