using BillingActors.Domain.Rating.Metered;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Demands;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Demands;

/// <summary>How much windows count by the hour in which they begin, in millionths.</summary>
internal sealed class WindowWeights
{
    /// <summary>The weight of a window that counts as it is.</summary>
    public const long Whole = 1_000_000;

    private readonly List<(long From, long Until, long Weight)> _stretches = [];

    private WindowWeights()
    {
    }

    /// <summary>The weights of the hours of some days; null where all windows count as they are.</summary>
    public static WindowWeights? Of(DemandWeights? weights, TimeOfUseCalendar? calendar, LocalClock clock, Period days)
    {
        if (weights is null || calendar is null)
            return null;
        var found = new WindowWeights();
        var byPeriod = calendar.Periods.Select(name => weights.Periods.Where(one => one.Period == name)
            .Select(static one => (long)(one.Factor * Whole)).FirstOrDefault(Whole)).ToArray();
        clock.ForEachStretch(days, calendar, (period, from, until) =>
        {
            if (period != TimeOfUseCalendar.NoPeriod && byPeriod[period] != Whole)
                found._stretches.Add((from, until, byPeriod[period]));
        });
        return found;
    }

    /// <summary>What a window that begins at the minute is multiplied by.</summary>
    public long At(long minute)
    {
        var (low, high) = (0, _stretches.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_stretches[middle].Until <= minute)
                low = middle + 1;
            else
                high = middle;
        }
        return low < _stretches.Count && _stretches[low].From <= minute ? _stretches[low].Weight : Whole;
    }

    /// <summary>The weight as a number.</summary>
    public decimal NumberAt(long minute) => (decimal)At(minute) / Whole;
}
