using System.Collections.Immutable;

namespace BillingActors.Domain.Rating.Metered;

/// <summary>Adds up channels over some minutes, each only on the days on which its meters were in place.</summary>
internal static class IntervalSum
{
    public static decimal Of(ImmutableArray<ChannelSeries> channels, LocalClock clock, long from, long until)
    {
        var sum = 0m;
        foreach (var series in channels)
        {
            Int128 counted = 0;
            foreach (var span in series.Spans)
            {
                var start = Math.Max(from, clock.StartOf(span.From));
                var end = Math.Min(until, clock.StartOf(span.Until));
                if (start < end)
                    counted += series.SumOf(start, end);
            }
            sum += series.ToQuantity(counted);
        }
        return sum;
    }
}
