using System.Collections.Immutable;

namespace BillingActors.Domain.Tariffs.Conversions;

/// <summary>
/// Turns what a meter counts into what is billed: volume times its corrections, times the heating value where energy is
/// billed.
/// </summary>
/// <param name="From">Unit of the meter, such as "m3" or "ccf".</param>
/// <param name="Factors">Corrections without a unit, such as pressure and temperature.</param>
/// <param name="HeatingValue">Energy of a unit of volume; null where none is needed.</param>
public sealed record QuantityConversion(
    string From, ImmutableArray<ConversionFactor> Factors, HeatingValue? HeatingValue);
