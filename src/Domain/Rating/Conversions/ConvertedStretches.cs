using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating.Metered;

namespace BillingActors.Domain.Rating.Conversions;

/// <summary>
/// What a charge used from one minute to another, in its billed unit, for prices that change inside a day. Stretches
/// are asked for in the order of time: where the sum is rounded, each has what it adds to the rounded sum.
/// </summary>
internal sealed class ConvertedStretches(LocalClock clock, int? decimals, IEnumerable<ConvertedDays> parts)
{
    private readonly ImmutableArray<ConvertedDays> _parts = [.. parts];
    private decimal _exact;
    private decimal _rounded;

    /// <summary>The converted use.</summary>
    public decimal Between(long from, long until)
    {
        var sum = 0m;
        foreach (var part in _parts)
        {
            var start = Math.Max(from, clock.StartOf(part.Days.From));
            var end = Math.Min(until, clock.StartOf(part.Days.Until));
            if (start < end)
                sum += part.Between(start, end);
        }
        if (decimals is not { } kept)
            return sum;
        _exact += sum;
        var before = _rounded;
        _rounded = Rounding.HalfAwayFromZero(Rounding.WithoutNoise(_exact), kept);
        return _rounded - before;
    }
}
