using BillingActors.Domain.Metering;

namespace BillingActors.Domain.Rating.Metered;

/// <summary>A source day as a row of intervals on the time line, in minutes since the Unix epoch.</summary>
/// <param name="Day">The day as it was delivered.</param>
/// <param name="Start">First minute of its first interval.</param>
internal readonly record struct IntervalBlock(IntervalDay Day, long Start)
{
    /// <summary>The day on the time line.</summary>
    public static IntervalBlock Of(IntervalDay day) => new(day, StartOf(day));

    /// <summary>First minute of the first interval of a day.</summary>
    public static long StartOf(IntervalDay day) => LocalClock.MidnightOf(day.Day) - day.OffsetMinutes;

    /// <summary>Minute at which its last interval ends.</summary>
    public long End => Start + ((long)Day.Values.Length * Day.IntervalMinutes);

    /// <summary>The intervals that start at or after the first minute and before the end minute, as indexes.</summary>
    public (int First, int End) Between(long from, long until) => (IndexAt(from), IndexAt(until));

    /// <summary>Sum of the raw values of some intervals.</summary>
    public long Sum(int first, int end) => IntegerSum.Of(Day.Values.AsSpan()[first..end]);

    private int IndexAt(long minute)
    {
        // Mostly whole days are asked for; looking is cheaper than dividing.
        if (minute <= Start)
            return 0;
        if (minute >= End)
            return Day.Values.Length;
        var index = (minute - Start + Day.IntervalMinutes - 1) / Day.IntervalMinutes;
        return (int)Math.Min(index, Day.Values.Length);
    }
}
