namespace BillingActors.Domain.Tariffs.Conversions;

/// <summary>The energy of a volume.</summary>
/// <param name="Factor">Its value.</param>
/// <param name="Unit">Unit of energy, such as "MJ".</param>
/// <param name="Per">Unit of volume, such as "m3".</param>
public sealed record HeatingValue(ConversionFactor Factor, string Unit, string Per);
