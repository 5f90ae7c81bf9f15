using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>Turns what a meter counts into what is billed.</summary>
/// <param name="From">Unit of the meter, such as "m3" or "ccf".</param>
/// <param name="Factors">Corrections without a unit, such as pressure.</param>
/// <param name="HeatingValue">Energy of a unit of volume; absent: none is needed.</param>
[GenerateSerializer, Immutable, Alias("tariff-conversion")]
public sealed record ConversionDocument(
    [property: Id(0)] string From,
    [property: Id(1)] ImmutableArray<ConversionFactorDocument>? Factors = null,
    [property: Id(2)] HeatingValueDocument? HeatingValue = null);
