using System.Collections.Immutable;
using BillingActors.Domain.Charging;
using CsCheck;
using NodaTime;

namespace BillingActors.Domain.Tests.Charging;

/// <summary>Sums and keys that are kept in order say what a sum and a set from scratch say.</summary>
public sealed class UsageKeepingTests
{
    private static readonly Gen<RatedUsage> Records = Gen.Select(
        Gen.Int[0, 4],
        Gen.Int[0, 3],
        Gen.Int[0, 10_000],
        Gen.Int[-500, 500],
        (charge, label, quantity, amount) => new RatedUsage(
            "S",
            "1",
            Instant.MinValue,
            $"C{charge}",
            label == 0 ? "" : $"l{label}",
            quantity / 10m,
            amount / 1000m,
            ""));

    private static readonly Gen<UsageKey> Keys = Gen.Select(
        Gen.ULong[0, 3], Gen.ULong[0, 5], Gen.ULong[0, 2], (high, low, content) => new UsageKey(high, low, content));

    [Fact]
    public void Sums_by_parts_are_the_sums_of_all_in_order() =>
        Records.Array[0, 8].Array[0, 6].Sample(parts =>
        {
            var kept = parts.Aggregate(
                ImmutableArray<UsageSum>.Empty, (sums, part) => UsageSums.Add(sums, [.. part]));
            var halves = UsageSums.Add(
                UsageSums.Add([], [.. parts.Take(3).SelectMany(part => part)]),
                UsageSums.Add([], [.. parts.Skip(3).SelectMany(part => part)]));

            var wanted = parts.SelectMany(part => part)
                .GroupBy(one => (one.Charge, one.Label))
                .OrderBy(group => group.Key.Charge, StringComparer.Ordinal)
                .ThenBy(group => group.Key.Label, StringComparer.Ordinal)
                .Select(group => new UsageSum(
                    group.Key.Charge,
                    group.Key.Label,
                    group.Count(),
                    group.Sum(one => one.Quantity),
                    group.Sum(one => one.Amount)))
                .ToList();
            Assert.Equal(wanted, kept.AsEnumerable());
            Assert.Equal(wanted, halves.AsEnumerable());
        });

    [Fact]
    public void Keys_by_parts_are_a_set_in_order_and_the_first_word_on_an_id_stays() =>
        Keys.Array[0, 6].Array[0, 5].Sample(parts =>
        {
            var kept = parts.Aggregate(ReadOnlyMemory<byte>.Empty, (ids, part) => UsageIds.Add(ids, part));

            var wanted = parts.SelectMany(part => part)
                .DistinctBy(key => (key.High, key.Low))
                .OrderBy(key => key.High)
                .ThenBy(key => key.Low)
                .ToList();
            var found = Enumerable.Range(0, UsageIds.CountOf(kept))
                .Select(i => UsageKey.Read(kept.Span[(i * UsageKey.Length)..]));
            Assert.Equal(wanted, found);
        });
}
