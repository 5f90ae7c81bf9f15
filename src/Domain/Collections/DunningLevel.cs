using System.Collections.Immutable;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Collections;

/// <summary>A step of dunning: when it comes, which letter it sends, what it costs.</summary>
/// <param name="Letter">Which letter, a code such as "reminder".</param>
/// <param name="WaitDays">Days since the letter before; at the first level since the grace ended.</param>
/// <param name="PayWithinDays">Days the letter gives.</param>
/// <param name="MinimumMinor">Below this the level is not reached.</param>
/// <param name="FeeMinor">Fixed fee of the letter.</param>
/// <param name="FeePercent">Fee in percent of what the letter asks for, on top.</param>
/// <param name="FeeMinorMax">The most the fee comes to; 0: no limit.</param>
public sealed record DunningLevel(
    string Letter,
    int WaitDays,
    int PayWithinDays,
    long MinimumMinor = 0,
    long FeeMinor = 0,
    decimal FeePercent = 0m,
    long FeeMinorMax = 0)
{
    /// <summary>Fees by what the letter asks for, rising by limit, on top of the others.</summary>
    public ImmutableArray<FeeStep> FeeSteps { get; init; } = [];

    /// <summary>The fee of a letter that asks for an amount.</summary>
    public long FeeOf(Money asked)
    {
        var fee = FeeMinor + FeeStep.Share(asked, FeePercent) + FeeStep.Of(FeeSteps, asked);
        return FeeMinorMax > 0 ? Math.Min(FeeMinorMax, fee) : fee;
    }
}
