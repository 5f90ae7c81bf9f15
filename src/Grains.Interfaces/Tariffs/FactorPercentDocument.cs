using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>How the power factor multiplies a percentage.</summary>
/// <param name="Target">The factor at which nothing is due, such as 0.9.</param>
/// <param name="Method">
/// points (default): the percentage is for each hundredth from the target; ratio: it is of the target divided by the
/// factor, less one.
/// </param>
/// <param name="Side">below (default), above or both: where it counts; above the target it is taken off.</param>
/// <param name="Decimals">Decimals the percentage is rounded to; absent: it stays exact.</param>
/// <param name="Channels">Channels or registers of reactive energy; absent: all that fit.</param>
[GenerateSerializer, Immutable, Alias("tariff-percent-by-power-factor")]
public sealed record FactorPercentDocument(
    [property: Id(0)] decimal Target,
    [property: Id(1), AllowedValues("points", "ratio")] string Method = "points",
    [property: Id(2), AllowedValues("below", "above", "both")] string Side = "below",
    [property: Id(3)] int? Decimals = null,
    [property: Id(4)] ImmutableArray<string>? Channels = null);
