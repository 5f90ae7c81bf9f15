namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>The value of a factor from a day on.</summary>
/// <param name="Value">The value.</param>
/// <param name="From">First day; absent: from the beginning.</param>
[GenerateSerializer, Immutable, Alias("tariff-factor-value")]
public sealed record FactorValueDocument([property: Id(0)] decimal Value, [property: Id(1)] DateOnly? From = null);
