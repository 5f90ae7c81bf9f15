using BillingActors.Domain.Metering;

namespace BillingActors.Storage.Meters;

/// <summary>
/// An interval day as its row holds it: everything but values and qualities in columns, those as bytes.
/// </summary>
internal sealed record DayRow(IntervalDay Day, byte[] Amounts, byte[] Quality)
{
    public DayKey Key => new(Day.ServicePointId, Day.Day, Day.Channel);

    public static DayRow Of(IntervalDay day) =>
        new(day with { Version = 1 }, IntervalCodec.WriteValues(day.Values), IntervalCodec.WriteQuality(day.Quality));

    /// <summary>Whether both say the same; where it came from is no content.</summary>
    public bool SaysTheSameAs(DayRow other) =>
        Day.Unit == other.Day.Unit
        && Day.Scale == other.Day.Scale
        && Day.IntervalMinutes == other.Day.IntervalMinutes
        && Day.OffsetMinutes == other.Day.OffsetMinutes
        && Amounts.AsSpan().SequenceEqual(other.Amounts)
        && Quality.AsSpan().SequenceEqual(other.Quality);

    /// <summary>The day with its values and qualities.</summary>
    public IntervalDay ToDay() => Day with
    {
        Values = IntervalCodec.ReadValues(Amounts),
        Quality = IntervalCodec.ReadQuality(Quality),
    };
}
