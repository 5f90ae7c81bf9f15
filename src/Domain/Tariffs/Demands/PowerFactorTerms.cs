using System.Collections.Immutable;

namespace BillingActors.Domain.Tariffs.Demands;

/// <summary>How a power factor changes a demand.</summary>
/// <param name="Method">What a factor below the target does.</param>
/// <param name="Target">The factor that is free, such as 0.9.</param>
/// <param name="Percent">For points: percent on the demand for each hundredth below the target.</param>
/// <param name="Channels">Channels or registers of reactive energy; empty: all that are delivered.</param>
/// <param name="IsBonus">Whether a factor above the target lowers the demand by the same rule.</param>
public sealed record PowerFactorTerms(
    PowerFactorMethod Method,
    decimal Target,
    decimal Percent,
    ImmutableArray<string> Channels,
    bool IsBonus = false);
