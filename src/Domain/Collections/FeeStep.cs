using System.Collections.Immutable;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Collections;

/// <summary>What is charged of amounts from a limit on, up to the next step.</summary>
/// <param name="FromMinor">From this amount on.</param>
/// <param name="FeeMinor">Fixed.</param>
/// <param name="FeePercent">In percent of the whole amount, on top.</param>
public sealed record FeeStep(long FromMinor, long FeeMinor, decimal FeePercent = 0m)
{
    /// <summary>What steps, rising by limit, charge of an amount; nothing below the first.</summary>
    public static long Of(ImmutableArray<FeeStep> steps, Money amount) =>
        steps.LastOrDefault(step => step.FromMinor <= amount.Minor) is { } step
            ? step.FeeMinor + Share(amount, step.FeePercent)
            : 0;

    /// <summary>So much percent of an amount, rounded once.</summary>
    internal static long Share(Money amount, decimal percent) =>
        Rounding.ToMoney(amount.ToDecimal() * percent / 100m, amount.Currency).Minor;
}
