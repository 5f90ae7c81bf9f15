using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating.Metered;

namespace BillingActors.Domain.Rating.Conversions;

/// <summary>Converts and rounds each interval of a meter by itself.</summary>
internal sealed class IntervalConversion(IQuantities quantities, Func<decimal, decimal> convert, int decimals)
{
    /// <summary>The converted use by index of the period; null after a reason was added.</summary>
    public decimal[]? Of(QuantityNeed need)
    {
        if (quantities.Intervals(need.Charge, need.Meter) is not { } channels)
            return null;
        var sums = new decimal[need.Calendar?.Periods.Length ?? 1];
        foreach (var series in channels)
        {
            foreach (var span in series.Spans)
            {
                if (span.Overlap(need.Days) is not { } days)
                    continue;
                quantities.Clock.ForEachStretch(
                    days, need.Calendar, (period, from, until) => sums[period] += SumOf(series, from, until));
            }
        }
        return sums;
    }

    /// <summary>The converted use of some minutes, each channel only while its meters were in place.</summary>
    public decimal Between(ImmutableArray<ChannelSeries> channels, long from, long until)
    {
        var sum = 0m;
        foreach (var series in channels)
        {
            foreach (var span in series.Spans)
            {
                var start = Math.Max(from, quantities.Clock.StartOf(span.From));
                var end = Math.Min(until, quantities.Clock.StartOf(span.Until));
                if (start < end)
                    sum += SumOf(series, start, end);
            }
        }
        return sum;
    }

    private decimal SumOf(ChannelSeries series, long from, long until)
    {
        var sum = 0m;
        foreach (var block in series.Blocks)
        {
            var (first, end) = block.Between(from, until);
            for (var i = first; i < end; i++)
            {
                var start = block.Start + (i * (long)block.Day.IntervalMinutes);
                var quantity = series.ToQuantity(series.SumOf(start, start + block.Day.IntervalMinutes));
                sum += Rounding.HalfAwayFromZero(Rounding.WithoutNoise(convert(quantity)), decimals);
            }
        }
        return sum;
    }
}
