using System.Collections.Immutable;

namespace BillingActors.Domain.Charging;

/// <summary>Adds up records by charge, exactly.</summary>
internal static class UsageSums
{
    /// <summary>The sums with the records.</summary>
    public static ImmutableArray<UsageSum> Add(ImmutableArray<UsageSum> sums, ImmutableArray<RatedUsage> records)
    {
        var merged = sums.ToBuilder();
        foreach (var one in records)
            Put(merged, new UsageSum(one.Charge, one.Label, 1, one.Quantity, one.Amount));
        return merged.DrainToImmutable();
    }

    /// <summary>Both together.</summary>
    public static ImmutableArray<UsageSum> Add(ImmutableArray<UsageSum> left, ImmutableArray<UsageSum> right)
    {
        var merged = left.ToBuilder();
        foreach (var one in right)
            Put(merged, one);
        return merged.DrainToImmutable();
    }

    /// <summary>What they come to, exact.</summary>
    public static decimal AmountOf(ImmutableArray<UsageSum> sums) => sums.Sum(static sum => sum.Amount);

    /// <summary>Adds to the sum of the same charge and label, or puts it where it belongs: sums are in order.</summary>
    private static void Put(ImmutableArray<UsageSum>.Builder sums, UsageSum one)
    {
        var (low, high) = (0, sums.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Order(sums[middle], one) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        if (low == sums.Count || Order(sums[low], one) != 0)
        {
            sums.Insert(low, one);
            return;
        }
        var known = sums[low];
        sums[low] = known with
        {
            Count = known.Count + one.Count,
            Quantity = known.Quantity + one.Quantity,
            Amount = known.Amount + one.Amount,
        };
    }

    private static int Order(UsageSum left, UsageSum right) =>
        string.CompareOrdinal(left.Charge, right.Charge) is var order and not 0
            ? order
            : string.CompareOrdinal(left.Label, right.Label);
}
