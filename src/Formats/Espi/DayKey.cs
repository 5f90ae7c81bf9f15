namespace BillingActors.Formats.Espi;

/// <summary>The day a reading belongs to.</summary>
/// <param name="MeterReading">Link of the meter reading.</param>
/// <param name="Minutes">Length of an interval.</param>
/// <param name="OffsetMinutes">Where the source's days begin, in minutes ahead of UTC.</param>
/// <param name="Day">The source's day.</param>
internal readonly record struct DayKey(string MeterReading, int Minutes, int OffsetMinutes, DateOnly Day)
{
    public static DayKey Of(string meterReading, IntervalReading reading) =>
        new(meterReading, reading.Minutes, reading.OffsetMinutes, DateOnly.FromDateTime(Local(reading)));

    /// <summary>Which interval of its day a reading is, from 0.</summary>
    public static int Interval(IntervalReading reading) =>
        (int)Local(reading).TimeOfDay.TotalMinutes / reading.Minutes;

    private static DateTime Local(IntervalReading reading) =>
        DateTime.UnixEpoch.AddSeconds(reading.Start + (reading.OffsetMinutes * 60L));
}
