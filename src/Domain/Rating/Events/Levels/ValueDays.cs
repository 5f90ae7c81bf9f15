using NodaTime;

namespace BillingActors.Domain.Rating.Events.Levels;

/// <summary>
/// How long each different value was there: from its day, or the begin of the period, to the day it was removed, which
/// counts. Who is removed and added again on one day was there all the time.
/// </summary>
internal sealed class ValueDays(EventSpan span)
{
    private const int Decimals = 12;

    private readonly List<(decimal Whole, string Key, LocalDate From)> _added = [];
    private readonly Dictionary<int, LocalDate> _removed = [];
    private readonly Dictionary<string, int> _open = new(StringComparer.Ordinal);

    /// <summary>The values that are there when the period begins, and what each event changes.</summary>
    public IReadOnlyList<PartialQuantity> Of(IReadOnlyList<UsageEvent> events, ActiveValues values)
    {
        foreach (var key in values.Keys)
            Add(key, span.Days.From);
        foreach (var one in events)
        {
            var change = values.Apply(one);
            if (change > 0)
                Add(values.KeyOf(one), DayOf(one));
            else if (change < 0)
                RemoveOn(values.KeyOf(one), DayOf(one));
        }
        return [.. _added.Select((added, index) => new PartialQuantity(added.Whole, CountedOf(added, index)))];
    }

    private void Add(string key, LocalDate day)
    {
        if (_open.TryGetValue(key, out var before) && _removed.GetValueOrDefault(before) == day)
        {
            _removed.Remove(before);
            var index = _added.FindLastIndex(entry => entry.Whole < 0m && entry.Key == key);
            _added[index] = (0m, key, day);
            return;
        }
        _open[key] = _added.Count;
        _added.Add((1m, key, day));
    }

    private void RemoveOn(string key, LocalDate day)
    {
        _removed[_open[key]] = day;
        _added.Add((-1m, key, day));
    }

    private decimal CountedOf((decimal Whole, string Key, LocalDate From) added, int index)
    {
        if (added.Whole <= 0m)
            return 0m;
        var until = _removed.TryGetValue(index, out var day) ? day.PlusDays(1) : span.Days.Until;
        var days = NodaTime.Period.DaysBetween(added.From, LocalDate.Min(until, span.Days.Until));
        var share = (decimal)days / (span.Full ?? span).Days.Days;
        return Exact.Normalised(Primitives.Rounding.HalfAwayFromZero(share, Decimals));
    }

    private LocalDate DayOf(UsageEvent one) => one.At.InZone(span.Zone).Date;
}
