using System.Collections.Immutable;
using BillingActors.Domain.Metering;

namespace BillingActors.Domain.Rating.Metered;

/// <summary>What the days of a channel have in common, found while each of them is looked at once.</summary>
/// <param name="Count">How many days there are.</param>
/// <param name="Start">First minute of the first interval.</param>
/// <param name="End">Minute at which the last interval ends.</param>
internal readonly record struct DayTraits(int Count, long Start, long End)
{
    /// <summary>Whether each day begins after the one before.</summary>
    public bool AreRising { get; private init; }

    /// <summary>Whether all days have the unit, the scale and the import of the first.</summary>
    public bool AreAlike { get; private init; }

    /// <summary>Whether each day begins where the one before ends, and no interval is marked missing.</summary>
    public bool AreUnbroken { get; private init; }

    /// <summary>Whether some intervals are estimates or substitutes.</summary>
    public bool HaveEstimates { get; private init; }

    /// <summary>The traits of those days that are of the channel.</summary>
    public static DayTraits Of(string channel, ImmutableArray<IntervalDay> days)
    {
        var (areRising, areAlike, areUnbroken, haveEstimates) = (true, true, true, false);
        var (count, minutes, firstStart, latestStart, end) = (0, 0, 0L, 0L, 0L);
        IntervalDay? first = null;
        var clock = new MidnightCount();
        foreach (var day in days)
        {
            if (day.Channel != channel)
                continue;
            var start = clock.Of(day.Day) - day.OffsetMinutes;
            if (first is null)
            {
                (first, firstStart) = (day, start);
            }
            else
            {
                areRising &= start > latestStart;
                areAlike &= day.Scale == first.Scale && day.Unit == first.Unit
                    && day.Source.ImportId == first.Source.ImportId;
                areUnbroken &= start == end && day.IntervalMinutes == minutes;
            }
            (count, minutes, latestStart) = (count + 1, day.IntervalMinutes, start);
            end = start + ((long)day.Values.Length * minutes);
            foreach (var run in day.Quality)
            {
                if (run.Quality == ReadQuality.Actual)
                    continue;
                haveEstimates |= run.Quality.IsEstimate;
                areUnbroken &= run.Quality != ReadQuality.Missing;
            }
        }
        return new DayTraits(count, firstStart, end)
        {
            AreRising = areRising,
            AreAlike = areAlike,
            AreUnbroken = areUnbroken,
            HaveEstimates = haveEstimates,
        };
    }
}
