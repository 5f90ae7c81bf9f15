using BillingActors.Formats.Text;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Formats.Espi;

/// <summary>Gathers readings into days: blocks are local days, so a source day may come in two of them.</summary>
internal sealed class IntervalDays(Catalogue catalogue, Queue<ImportItem> ready)
{
    private const int OpenMax = 64;
    private const int WaitingIntervalsMax = 500_000;
    private readonly Dictionary<DayKey, GatheredDay> _open = [];
    private readonly Queue<DayKey> _order = new();
    private readonly Queue<GatheredDay> _waiting = new();
    private readonly DaysSeen _closed = new();
    private int _waitingIntervals;

    public void Add(string meterReading, IntervalReading reading)
    {
        var key = DayKey.Of(meterReading, reading);
        if (!_open.TryGetValue(key, out var day))
            day = Open(key, reading.Line);
        if (!day.TryAdd(reading))
            ready.Enqueue(RejectedItem.Of(
                new(reading.Line, "start", "interval-twice", "this interval has been read before"), reading.Raw));
    }

    public void Finish()
    {
        while (_order.Count > 0)
            CloseOldest();
        while (_waiting.TryDequeue(out var day))
            Settle(day, TypeAtLast(day), PointAtLast(day));
    }

    private GatheredDay Open(DayKey key, int line)
    {
        if (!_closed.Add($"{key.MeterReading}\n{key.Day:O}"))
            throw Refusal.Of(
                line, "start", "day-not-consecutive",
                $"more readings of {key.Day:O}, after those of {OpenMax} other days or in another offset or length");
        if (_open.Count == OpenMax)
            CloseOldest();
        var day = new GatheredDay(key, line);
        _open.Add(key, day);
        _order.Enqueue(key);
        return day;
    }

    private void CloseOldest()
    {
        _open.Remove(_order.Dequeue(), out var day);
        var (type, point) = (catalogue.ReadingType(day!.Key.MeterReading), catalogue.UsagePoint(day.Key.MeterReading));
        if (type is not null && point is not null)
            Settle(day, type, point);
        else
            Wait(day);
    }

    private void Wait(GatheredDay day)
    {
        _waitingIntervals += day.Intervals;
        if (_waitingIntervals > WaitingIntervalsMax)
            throw Refusal.Of(
                day.Line, "ReadingType", "reading-type-late",
                $"more than {WaitingIntervalsMax} readings stand before their reading type or usage point");
        _waiting.Enqueue(day);
    }

    private void Settle(GatheredDay day, ReadingType type, string usagePoint)
    {
        foreach (var item in day.Complete(usagePoint, type))
            ready.Enqueue(item);
    }

    private ReadingType TypeAtLast(GatheredDay day) =>
        catalogue.ReadingType(day.Key.MeterReading)
        ?? catalogue.OnlyReadingType
        ?? throw Refusal.Of(
            day.Line, "ReadingType", "reading-type-missing", "no reading type is linked to these readings");

    private string PointAtLast(GatheredDay day) =>
        catalogue.UsagePoint(day.Key.MeterReading)
        ?? Catalogue.UsagePointInLink(day.Key.MeterReading)
        ?? throw Refusal.Of(
            day.Line, "UsagePoint", "usage-point-missing", "no usage point is linked to these readings");
}
