using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>What a power factor does to a demand.</summary>
/// <param name="Method">ratio, points or apparent.</param>
/// <param name="Target">The factor that is free, such as 0.9.</param>
/// <param name="Percent">For points: percent on the demand for each hundredth below the target.</param>
/// <param name="Channels">Channels or registers of reactive energy; absent: all that fit.</param>
/// <param name="Bonus">Whether a factor above the target lowers the demand by the same rule.</param>
[GenerateSerializer, Immutable, Alias("tariff-power-factor")]
public sealed record PowerFactorDocument(
    [property: Id(0), AllowedValues("ratio", "points", "apparent")] string Method,
    [property: Id(1)] decimal Target = 1m,
    [property: Id(2)] decimal? Percent = null,
    [property: Id(3)] ImmutableArray<string>? Channels = null,
    [property: Id(4)] bool Bonus = false);
