using System.Collections.Immutable;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Tariffs.Metered;

/// <summary>A percentage of a bill that depends on the power factor.</summary>
/// <param name="Method">How far the factor is from the target.</param>
/// <param name="Target">The factor at which nothing is due, such as 0.9.</param>
/// <param name="Side">On which side of the target it counts.</param>
/// <param name="Decimals">Decimals the percentage is rounded to, half away from zero; null: it stays exact.</param>
/// <param name="Channels">Channels or registers of reactive energy; empty: all that are delivered.</param>
public sealed record FactorPercent(
    FactorMethod Method, decimal Target, FactorSide Side, int? Decimals, ImmutableArray<string> Channels)
{
    /// <summary>The most decimals of a percentage.</summary>
    public const int DecimalsMax = 10;

    /// <summary>The percentage that is due, for one of so many percent for each hundredth or the whole share.</summary>
    public decimal Of(decimal percent, decimal factor)
    {
        const decimal PointsPerOne = 100m;
        var (gap, divisor) = Method == FactorMethod.Points
            ? ((Target - factor) * PointsPerOne, 1m)
            : (Target - factor, factor);
        var counted = Side switch
        {
            FactorSide.Below => decimal.Max(0m, gap),
            FactorSide.Above => decimal.Min(0m, gap),
            _ => gap,
        };
        var due = percent * counted / divisor; // Divided last, so that what is exact stays so.
        return Decimals is { } decimals ? Rounding.HalfAwayFromZero(due, decimals) : due;
    }
}
