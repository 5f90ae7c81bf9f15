using System.Collections.Immutable;

namespace BillingActors.Domain.Charging;

/// <summary>Adds up records by charge, exactly.</summary>
internal static class UsageSums
{
    /// <summary>The sums with the records.</summary>
    public static ImmutableArray<UsageSum> Add(ImmutableArray<UsageSum> sums, ImmutableArray<RatedUsage> records) =>
        Merge(sums.Concat(records.Select(static one =>
            new UsageSum(one.Charge, one.Label, 1, one.Quantity, one.Amount))));

    /// <summary>Both together.</summary>
    public static ImmutableArray<UsageSum> Add(ImmutableArray<UsageSum> left, ImmutableArray<UsageSum> right) =>
        Merge(left.Concat(right));

    /// <summary>What they come to, exact.</summary>
    public static decimal AmountOf(ImmutableArray<UsageSum> sums) => sums.Sum(static sum => sum.Amount);

    private static ImmutableArray<UsageSum> Merge(IEnumerable<UsageSum> parts) =>
    [
        .. parts.GroupBy(static part => (part.Charge, part.Label))
            .Select(static group => new UsageSum(
                group.Key.Charge,
                group.Key.Label,
                group.Sum(static part => part.Count),
                group.Sum(static part => part.Quantity),
                group.Sum(static part => part.Amount)))
            .OrderBy(static sum => sum.Charge, StringComparer.Ordinal)
            .ThenBy(static sum => sum.Label, StringComparer.Ordinal),
    ];
}
