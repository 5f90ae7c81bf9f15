namespace BillingActors.Grains.Interfaces.Tariffs.QuantityPrices;

/// <summary>Numbers of a dimension of a matrix that a row is for; at least one limit is given.</summary>
/// <param name="Dimension">Name of the dimension.</param>
/// <param name="From">Least of them; absent: no limit.</param>
/// <param name="Below">Where they end, exclusive; absent: no limit.</param>
[GenerateSerializer, Immutable, Alias("tariff-matrix-range")]
public sealed record MatrixRangeDocument(
    [property: Id(0)] string Dimension,
    [property: Id(1)] decimal? From = null,
    [property: Id(2)] decimal? Below = null);
