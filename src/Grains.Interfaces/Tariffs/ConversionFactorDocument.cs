using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>A factor of a conversion; one of value, values and setting is given.</summary>
/// <param name="Name">What it is, such as "pressure".</param>
/// <param name="Value">One value for all days.</param>
/// <param name="Values">Values by first day, in order.</param>
/// <param name="Setting">Name of a setting of the contract.</param>
[GenerateSerializer, Immutable, Alias("tariff-conversion-factor")]
public sealed record ConversionFactorDocument(
    [property: Id(0)] string Name,
    [property: Id(1)] decimal? Value = null,
    [property: Id(2)] ImmutableArray<FactorValueDocument>? Values = null,
    [property: Id(3)] string? Setting = null);
