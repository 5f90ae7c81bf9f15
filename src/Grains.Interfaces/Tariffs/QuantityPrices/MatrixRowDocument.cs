using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Tariffs.QuantityPrices;

/// <summary>The price of some values of the dimensions of a matrix.</summary>
/// <param name="Values">One value per dimension; "*" fits any.</param>
/// <param name="Price">Its price.</param>
/// <param name="Ranges">
/// Dimensions whose value is a number within limits; in values they have "*". Absent: none.
/// </param>
[GenerateSerializer, Immutable, Alias("tariff-matrix-row")]
public sealed record MatrixRowDocument(
    [property: Id(0)] ImmutableArray<string> Values,
    [property: Id(1)] PriceDocument Price,
    [property: Id(2)] ImmutableArray<MatrixRangeDocument>? Ranges = null);
