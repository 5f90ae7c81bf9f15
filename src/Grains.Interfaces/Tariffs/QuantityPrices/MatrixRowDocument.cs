using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Tariffs.QuantityPrices;

/// <summary>The price of some values of the dimensions of a matrix.</summary>
/// <param name="Values">One value per dimension; "*" fits any.</param>
/// <param name="Price">Its price.</param>
[GenerateSerializer, Immutable, Alias("tariff-matrix-row")]
public sealed record MatrixRowDocument(
    [property: Id(0)] ImmutableArray<string> Values,
    [property: Id(1)] PriceDocument Price);
