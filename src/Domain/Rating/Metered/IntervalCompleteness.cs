using BillingActors.Domain.Metering;

namespace BillingActors.Domain.Rating.Metered;

/// <summary>Looks for intervals that are absent or marked missing; nothing may be billed on them.</summary>
internal static class IntervalCompleteness
{
    /// <summary>
    /// Adds one reason that names the channel, the first missing local instant and how many are missing.
    /// </summary>
    public static void Check(ChannelSeries series, LocalClock clock, HoldList holds)
    {
        var count = 0L;
        long? first = null;
        foreach (var span in series.Spans)
        {
            var (spanCount, spanFirst, overlaps) = Missing(series, clock.StartOf(span.From), clock.StartOf(span.Until));
            count += spanCount;
            first ??= spanFirst;
            if (overlaps)
                holds.Add("doubtful-read", $"Days of channel {series.Id} overlap in {span}.");
        }
        if (first is { } minute)
        {
            var what = count == 1 ? "1 interval" : $"{count} intervals";
            holds.Add("missing-intervals", $"Channel {series.Id} misses {what}, the first at {clock.Print(minute)}.");
        }
    }

    private static (long Count, long? First, bool Overlaps) Missing(ChannelSeries series, long from, long until)
    {
        // Nothing can be missing between the ends of days that follow each other.
        if (series.Covers(from, until))
            return (0L, null, false);
        return MissingOfDays(series, from, until);
    }

    private static (long Count, long? First, bool Overlaps) MissingOfDays(ChannelSeries series, long from, long until)
    {
        var (count, first, overlaps) = (0L, (long?)null, false);
        var next = from;
        var minutes = series.Source.IntervalMinutes;
        foreach (var block in series.Blocks)
        {
            var (begin, end) = block.Between(from, until);
            if (begin >= end)
                continue;
            minutes = block.Day.IntervalMinutes;
            var start = block.Start + ((long)begin * minutes);
            // The first interval may start after local midnight where the zone's offset is no multiple of its length.
            Note(next == from ? (start - next) / minutes : Ceiling(start - next, minutes), next);
            overlaps |= start < next;
            foreach (var run in block.Day.Quality)
            {
                if (run.Quality != ReadQuality.Missing)
                    continue;
                var (runBegin, runEnd) = (Math.Max(begin, run.First - 1), Math.Min(end, run.Last));
                Note(runEnd - runBegin, block.Start + ((long)runBegin * minutes));
            }
            next = block.Start + ((long)end * minutes);
        }
        if (next < until)
            Note(Ceiling(until - next, minutes), next);
        return (count, first, overlaps);

        void Note(long missing, long at)
        {
            if (missing <= 0)
                return;
            count += missing;
            first ??= at;
        }
    }

    private static long Ceiling(long minutes, int length) => (minutes + length - 1) / length;
}
