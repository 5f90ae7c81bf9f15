using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>Published prices per hour, or shorter, one row per day.</summary>
/// <param name="Id">Id within the version.</param>
/// <param name="FirstDay">Day of the first row.</param>
/// <param name="Days">Rows of prices, as many as the day has hours in its zone; an empty row: not published.</param>
/// <param name="Minutes">Length a price is for: 60, 30, 15 or 5.</param>
/// <param name="Zone">IANA time zone of its days; absent: the zone of the tariff.</param>
[GenerateSerializer, Immutable, Alias("tariff-price-series")]
public sealed record PriceSeriesDocument(
    [property: Id(0)] string Id,
    [property: Id(1)] DateOnly FirstDay,
    [property: Id(2)] ImmutableArray<ImmutableArray<decimal>> Days,
    [property: Id(3)] int Minutes = 60,
    [property: Id(4)] string? Zone = null);
