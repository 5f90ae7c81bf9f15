using System.Globalization;
using BillingActors.Domain.Rating.State;
using NodaTime.Text;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Subscriptions.Segments;

/// <summary>A part of a period that was billed, as the state keeps it.</summary>
/// <param name="Key">What decided its price.</param>
/// <param name="Range">The part.</param>
/// <param name="AmountMinor">What was billed for it, after rounding.</param>
internal sealed record BilledSegment(SegmentKey Key, TimeRange Range, long AmountMinor)
{
    private const string Mark = "part";
    private static readonly LocalDateTimePattern Time = LocalDateTimePattern.ExtendedIso;
    private static readonly LocalDatePattern Day = LocalDatePattern.Iso;

    /// <summary>The entry of the state; the key names the full period and the exact times.</summary>
    public BilledAmount ToState() => new(
        Key.Code,
        string.Join('|', Mark, Day.Format(Key.Full.From), Day.Format(Key.Full.Until), Time.Format(Range.From),
            Time.Format(Range.Until)) + AboveText,
        Range.Days,
        Key.Quantity,
        AmountMinor,
        Key.TariffVersion);

    private string AboveText => Key.Above is { } above ? $"|{Exact.Text(above)}" : "";

    /// <summary>The part an entry of the state stands for; null where it is of another kind.</summary>
    public static BilledSegment? Of(BilledAmount entry)
    {
        var parts = entry.Key.Split('|');
        if (parts is not [Mark, var fullFrom, var fullUntil, var from, var until, .. { Length: <= 1 } above])
            return null;
        var full = new Period(Day.Parse(fullFrom).GetValueOrThrow(), Day.Parse(fullUntil).GetValueOrThrow());
        var range = new TimeRange(Time.Parse(from).GetValueOrThrow(), Time.Parse(until).GetValueOrThrow());
        var key = new SegmentKey(entry.Charge, entry.TariffVersion, full, entry.Quantity)
        {
            Above = above is [var number] ? decimal.Parse(number, CultureInfo.InvariantCulture) : null,
        };
        return new BilledSegment(key, range, entry.AmountMinor);
    }
}
