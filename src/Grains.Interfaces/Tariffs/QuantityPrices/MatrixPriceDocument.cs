using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Tariffs.QuantityPrices;

/// <summary>A price that depends on properties of the events.</summary>
/// <param name="Dimensions">Names of the properties.</param>
/// <param name="Rows">Prices by the values of the dimensions; the first row that fits counts.</param>
/// <param name="Otherwise">Price of what no row fits; absent: such events are held.</param>
[GenerateSerializer, Immutable, Alias("tariff-price-matrix")]
public sealed record MatrixPriceDocument(
    [property: Id(0)] ImmutableArray<string> Dimensions,
    [property: Id(1)] ImmutableArray<MatrixRowDocument> Rows,
    [property: Id(2)] PriceDocument? Otherwise = null) : PriceDocument;
