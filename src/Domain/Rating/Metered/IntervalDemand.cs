using System.Collections.Immutable;
using BillingActors.Domain.Tariffs;

namespace BillingActors.Domain.Rating.Metered;

/// <summary>Finds the highest window of interval channels added up.</summary>
internal sealed class IntervalDemand(ImmutableArray<ChannelSeries> channels, LocalClock clock, HoldList holds)
{
    private const int MinutesPerHour = 60;

    /// <summary>The highest window of each period; null after a reason was added.</summary>
    public MeasuredDemand? Measure(DemandNeed need)
    {
        if (!HasWindows(need.Charge))
            return null;
        var source = new UsageQuantity(new MeterSources(channels, []), clock, need.Days).Source();
        return new MeasuredDemand(HighestOf(need), source);
    }

    private bool HasWindows(Charge.Demand charge)
    {
        var coarse = channels.SelectMany(series => series.Blocks, (series, block) => (series.Id, block.Day))
            .FirstOrDefault(found => charge.WindowMinutes % found.Day.IntervalMinutes != 0);
        if (coarse.Id is null)
            return true;
        holds.Add("missing-intervals",
            $"Charge {charge.Head.Code} averages {charge.WindowMinutes} minutes; channel {coarse.Id} has intervals of"
            + $" {coarse.Day.IntervalMinutes} minutes on {coarse.Day.Day:uuuu-MM-dd}.");
        return false;
    }

    // Windows are counted from the first minute of each stretch of hours; a window belongs to the hour of its start.
    private ImmutableArray<DemandPeak> HighestOf(DemandNeed need)
    {
        var window = need.Charge.WindowMinutes;
        var scale = channels.Select(series => series.Scale).Append(0).Max();
        var factors = channels.Select(series => (Int128)Exact.PowerOfTen(scale - series.Scale)).ToArray();
        var highest = new Int128[need.Calendar?.Periods.Length ?? 1];
        var at = new long?[highest.Length];
        clock.ForEachStretch(need.Days, need.Calendar, VisitStretch);
        var perHour = Exact.PowerOfTen(-scale) * MinutesPerHour / window;
        return [.. highest.Select((energy, index) => new DemandPeak(
            (decimal)energy * perHour, at[index] is { } minute ? clock.Print(minute) : null))];

        void VisitStretch(int period, long from, long until)
        {
            for (var start = from; start < until; start += window)
            {
                Int128 energy = 0;
                for (var i = 0; i < factors.Length; i++)
                    energy += channels[i].SumOf(start, start + window) * factors[i];
                // Ties go to the first.
                if (energy > highest[period])
                    (highest[period], at[period]) = (energy, start);
            }
        }
    }
}
