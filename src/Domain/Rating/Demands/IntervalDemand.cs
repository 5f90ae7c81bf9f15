using System.Collections.Immutable;
using BillingActors.Domain.Rating.Metered;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Demands;
using BillingActors.Domain.Tariffs.Settings;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Demands;

/// <summary>Measures the demand of interval channels added up.</summary>
internal sealed class IntervalDemand(ImmutableArray<ChannelSeries> real, LocalClock clock, HoldList holds)
{
    /// <summary>Channels of reactive energy where apparent power is measured.</summary>
    public ImmutableArray<ChannelSeries> Reactive { get; init; } = [];

    /// <summary>The demand of each period; null after a reason was added.</summary>
    public MeasuredDemand? Measure(DemandNeed need)
    {
        if (WindowOf(need) is not { } window)
            return null;
        var weights = WindowWeights.Of(need.Charge.Terms.Weights, need.WeightHours, clock, need.Days);
        var search = new WindowSearch(real, Reactive, window, need.Settings.Of(DemandSettings.Window))
        {
            Weights = weights,
        };
        var periods = need.Calendar?.Periods.Length ?? 1;
        var peaks = need.Charge.Terms.Basis switch
        {
            DemandBasis.Daily => SumOfDays(search, periods, need),
            DemandBasis.Coincident => [InEvents(search, need)],
            _ when need.Charge.Terms.Mean is { } mean => MeanOf(window, search, need, mean),
            _ => search.Highest(periods, StretchesOf(need.Days, need.Calendar)),
        };
        var source = new UsageQuantity(new MeterSources(real.AddRange(Reactive), []), clock, need.Days).Source();
        return new MeasuredDemand([.. peaks], source);
    }

    // The minutes of a window; null after a reason was added.
    private int? WindowOf(DemandNeed need)
    {
        var (charge, window) = (need.Charge, need.Charge.WindowMinutes);
        if (need.Settings.Of(DemandSettings.LongIntervals) == LongIntervals.AsWindows)
            window = real.AddRange(Reactive).SelectMany(IntervalsOf).Append(window).Max();
        return HasWindows(charge, window) ? window : null;
    }

    private static IEnumerable<int> IntervalsOf(ChannelSeries series) =>
        series.Blocks.Select(static block => block.Day.IntervalMinutes);

    private bool HasWindows(Charge.Demand charge, int window)
    {
        foreach (var series in real.AddRange(Reactive))
        {
            foreach (var block in series.Blocks)
            {
                if (window % block.Day.IntervalMinutes == 0)
                    continue;
                holds.Add("missing-intervals",
                    $"Charge {charge.Head.Code} averages {window} minutes; channel {series.Id} has"
                    + $" intervals of {block.Day.IntervalMinutes} minutes on {block.Day.Day:uuuu-MM-dd}.");
                return false;
            }
        }
        return true;
    }

    private DemandPeak[] SumOfDays(WindowSearch search, int periods, DemandNeed need)
    {
        var sums = new DemandPeak[periods];
        for (var day = need.Days.From; day < need.Days.Until; day = day.PlusDays(1))
        {
            var highest = search.Highest(periods, StretchesOf(new Period(day, day.PlusDays(1)), need.Calendar));
            for (var i = 0; i < periods; i++)
                sums[i] = new DemandPeak(sums[i].Quantity + highest[i].Quantity);
        }
        return sums;
    }

    private DemandPeak[] MeanOf(int window, WindowSearch search, DemandNeed need, DemandMean mean)
    {
        var periods = need.Calendar?.Periods.Length ?? 1;
        if (!mean.IsOfDays)
        {
            // Windows that overlap would be one peak counted twice.
            return new WindowSearch(real, Reactive, window, DemandWindow.Block) { Weights = search.Weights }
                .MeanOfHighest(periods, StretchesOf(need.Days, need.Calendar), mean.Highest);
        }
        var days = new List<DemandPeak>[periods];
        for (var i = 0; i < periods; i++)
            days[i] = [];
        for (var day = need.Days.From; day < need.Days.Until; day = day.PlusDays(1))
        {
            var stretches = StretchesOf(new Period(day, day.PlusDays(1)), need.Calendar);
            var highest = search.Highest(periods, stretches);
            // A day without hours of the period is none of its days.
            foreach (var period in stretches.Select(static stretch => stretch.Period).Distinct())
                days[period].Add(highest[period]);
        }
        return
        [
            .. days.Select(found => WindowSearch.MeanOf(
                [.. found.OrderByDescending(static peak => peak.Quantity).Take(mean.Highest)])),
        ];
    }

    private DemandPeak InEvents(WindowSearch search, DemandNeed need)
    {
        var found = need.Events.Where(called => need.Days.Contains(called.Day))
            .OrderBy(static called => called.Day).ThenBy(static called => called.FromMinute)
            .Select(called => (
                0, clock.MinuteAt(called.Day, called.FromMinute), clock.MinuteAt(called.Day, called.UntilMinute)))
            .Select(hours => search.Highest(1, [hours])[0])
            .ToList();
        if (found.Count == 0)
            return default;
        var sum = found.Sum(static peak => peak.Quantity);
        return need.CombineRule switch
        {
            CoincidentRule.Mean => new DemandPeak(sum / found.Count),
            CoincidentRule.Sum => new DemandPeak(sum),
            // The first of equal ones.
            _ => found.MaxBy(static peak => peak.Quantity),
        };
    }

    private List<(int Period, long From, long Until)> StretchesOf(Period days, TimeOfUseCalendar? calendar)
    {
        var stretches = new List<(int, long, long)>();
        clock.ForEachStretch(days, calendar, (period, from, until) => stretches.Add((period, from, until)));
        return stretches;
    }
}
