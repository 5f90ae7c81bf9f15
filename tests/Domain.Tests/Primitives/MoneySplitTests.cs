using BillingActors.Domain.Primitives;
using CsCheck;

namespace BillingActors.Domain.Tests.Primitives;

public sealed class MoneySplitTests
{
    private static readonly Currency Eur = Currency.Of("EUR");

    [Fact]
    public void The_largest_remainder_gets_the_last_cent()
    {
        // 1.00 by 1 : 1 : 1 leaves one cent for the first; 0.10 by 1 : 2 is 3.33… and 6.66…, so the second is raised.
        Assert.Equal([34L, 33L, 33L], Parts(100, 1m, 1m, 1m));
        Assert.Equal([3L, 7L], Parts(10, 1m, 2m));
        Assert.Equal([-34L, -33L, -33L], Parts(-100, 1m, 1m, 1m));
        Assert.Equal([0L, 5L], Parts(5, 0m, 1m));
    }

    /// <summary>
    /// Splits that others publish: percentages that must come to 100 (Stack Overflow 13483430), a tie that goes to the
    /// first (w3toppers.com, three countries), Fowler's hundred dollars in three (Stack Overflow 1679292), and the
    /// hundred diamonds of a textbook on Hamilton's method (For All Practical Purposes, chapter 14, example 5).
    /// </summary>
    [Fact]
    public void Published_splits_come_out()
    {
        Assert.Equal([14L, 48L, 9L, 29L], Parts(100, 13.626332m, 47.989636m, 9.596008m, 28.788024m));
        Assert.Equal([43L, 29L, 28L], Parts(100, 3m, 2m, 2m));
        Assert.Equal([34L, 33L, 33L], Parts(100, 1m, 1m, 1m));
        Assert.Equal([78L, 18L, 4L], Parts(100, 78.26m, 17.39m, 4.35m));
    }

    [Fact]
    public void The_parts_sum_to_the_whole_and_none_is_a_cent_off() =>
        Gen.Select(Gen.Long[-1_000_000, 1_000_000], Gen.Int[0, 1000].Array[1, 12])
            .Where((_, weights) => weights.Sum() > 0)
            .Sample((total, weights) =>
            {
                var parts = Parts(total, [.. weights.Select(weight => (decimal)weight)]);
                Assert.Equal(total, parts.Sum());
                for (var i = 0; i < parts.Length; i++)
                    Assert.True(Math.Abs(parts[i] - (total * (decimal)weights[i] / weights.Sum())) < 1m);
            });

    [Fact]
    public void A_split_needs_a_positive_weight_and_no_negative_one()
    {
        Assert.Throws<BrokenInvariantException>(() => Parts(100, 0m, 0m));
        Assert.Throws<BrokenInvariantException>(() => Parts(100, -1m, 2m));
        Assert.Throws<BrokenInvariantException>(() => Parts(100));
    }

    private static long[] Parts(long total, params decimal[] weights) =>
        [.. MoneySplit.ByWeights(new Money(total, Eur), weights).Select(part => part.Minor)];
}
