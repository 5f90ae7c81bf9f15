using System.Collections.Immutable;

namespace BillingActors.Domain.Tariffs.QuantityPrices;

/// <summary>A price that depends on properties of the events, such as region and size.</summary>
/// <param name="Dimensions">Names of the properties.</param>
/// <param name="Rows">Prices by the values of the dimensions; the first row that fits counts.</param>
/// <param name="Otherwise">Price of what no row fits; null: such events are held.</param>
public sealed record MatrixPrice(
    ImmutableArray<string> Dimensions, ImmutableArray<MatrixRow> Rows, PriceModel? Otherwise) : PriceModel;
