using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>
/// What goes beyond a percentage of the use of another charge, such as reactive energy beyond a third of the real one.
/// </summary>
/// <param name="Over">Code of the usage charge it is compared with.</param>
/// <param name="Percent">Percent of its quantity that are free.</param>
/// <param name="Bands">Prices by how far the use goes.</param>
/// <param name="Mode">volume (default): the band reached prices all of the excess; graduated: each its part.</param>
/// <param name="Calendar">Calendar whose periods are compared apart; absent: all hours together.</param>
/// <param name="Periods">Periods that are billed; absent: all.</param>
[GenerateSerializer, Immutable, Alias("tariff-price-excess")]
public sealed record ExcessPriceDocument(
    [property: Id(0)] string Over,
    [property: Id(1)] decimal Percent,
    [property: Id(2)] ImmutableArray<ExcessBandDocument> Bands,
    [property: Id(3), AllowedValues("volume", "graduated")] string Mode = "volume",
    [property: Id(4)] string? Calendar = null,
    [property: Id(5)] ImmutableArray<string>? Periods = null) : PriceDocument;
