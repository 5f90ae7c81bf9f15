using BillingActors.Formats.Text;

namespace BillingActors.Formats.Csv;

/// <summary>One interval of a channel.</summary>
/// <param name="Channel">The channel and its day.</param>
/// <param name="Index">Which interval of the day, from 0.</param>
/// <param name="Quantity">What was used in it.</param>
/// <param name="Quality">How good that is.</param>
internal readonly record struct IntervalRow(ChannelKey Channel, int Index, FixedPoint Quantity, string Quality)
{
    /// <summary>Reads a row; it is worth nothing if the row has a problem afterwards.</summary>
    public static IntervalRow Read(CsvRow row)
    {
        var start = row.Minute("start");
        var minutes = ReadMinutes(row);
        var quality = row.OneOf("quality", Qualities.All);
        var minuteOfDay = (int)start.TimeOfDay.TotalMinutes;
        if (minuteOfDay % minutes != 0)
            row.Fault("start", "interval-not-aligned", $"is no start of an interval of {minutes} minutes");
        return new(
            new(
                row.Id("service_point"), row.Id("channel"), row.OptionalId("meter"), row.Unit("unit"),
                row.OneOf("direction", Directions.All), minutes, (int)start.TotalOffsetMinutes,
                DateOnly.FromDateTime(start.DateTime)),
            minuteOfDay / minutes,
            ReadQuantity(row, quality),
            quality);
    }

    private static int ReadMinutes(CsvRow row)
    {
        var minutes = row.Whole("minutes", 1, DayValues.MinutesPerDay);
        if (DayValues.MinutesPerDay % minutes != 0)
            row.Fault("minutes", "interval-length", "does not divide a day of 1,440 minutes");
        return minutes;
    }

    private static FixedPoint ReadQuantity(CsvRow row, string quality)
    {
        if (quality != Qualities.Missing)
            return row.Amount("quantity");
        if (!row["quantity"].IsEmpty)
            row.Fault("quantity", "value-unexpected", "is given, but its quality is missing");
        return default;
    }
}
