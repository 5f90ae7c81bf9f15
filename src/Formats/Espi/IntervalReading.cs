using System.Globalization;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Formats.Espi;

/// <summary>One reading of an interval, in seconds of UTC, or what is wrong with it.</summary>
internal readonly record struct IntervalReading(
    long Start, long Seconds, long Value, int? Quality, int Line, RecordProblem? Problem, string? Text)
{
    private const long SecondsPerDay = 86_400;

    // A local day is an hour shorter or longer when summer time begins or ends.
    private const long ClockChange = 3_600;
    private const long StartMax = 253_402_300_799 - SecondsPerDay;

    /// <summary>Length in minutes; a local day of 23 or 25 hours counts as a day.</summary>
    public int Minutes => IsLocalDay ? 1_440 : (int)(Seconds / 60);

    /// <summary>Where the source's days begin, in minutes ahead of UTC: the readings themselves tell it.</summary>
    public int OffsetMinutes
    {
        get
        {
            var phase = (int)(Start % (Minutes * 60L) / 60);
            return phase <= 720 ? -phase : 1_440 - phase;
        }
    }

    private bool IsLocalDay => Seconds is >= SecondsPerDay - ClockChange and <= SecondsPerDay + ClockChange;

    /// <summary>The reading as it stood in the file.</summary>
    public string Raw => Text ?? string.Create(
        CultureInfo.InvariantCulture, $"start={Start} duration={Seconds} value={Value} quality={Quality}");

    public static IntervalReading Read(Dictionary<string, string> fields, int line)
    {
        var (start, seconds) = (Number(fields, "timePeriod/start"), Number(fields, "timePeriod/duration"));
        var (value, quality) = (Number(fields, "IntervalReading/value"), Number(fields, "ReadingQuality/quality"));
        var code = fields.ContainsKey("ReadingQuality/quality") ? (int?)Math.Clamp(quality ?? -1, -1, 99) : null;
        var reading = new IntervalReading(start ?? 0, seconds ?? 0, value ?? 0, code, line, null, null);
        var problem = Check(reading, start, seconds, value);
        return problem is null ? reading : reading with { Problem = problem, Text = AsWritten(fields) };
    }

    private static RecordProblem? Check(IntervalReading reading, long? start, long? seconds, long? value)
    {
        var line = reading.Line;
        if (start is null or < 0 or > StartMax)
            return new(line, "start", "number-invalid", "is no time in seconds since 1970");
        if (value is null)
            return new(line, "value", "number-invalid", "is no whole number");
        if (value < 0)
            return new(line, "value", "value-negative", "is negative");
        if (reading.IsLocalDay)
            return start % 60 == 0 ? null : NotAligned(line);
        if (seconds > SecondsPerDay)
            return new(line, "duration", "reading-longer-than-a-day", "cannot be told apart into days");
        if (seconds is null or <= 0 || seconds % 60 != 0 || SecondsPerDay % seconds != 0)
            return new(line, "duration", "interval-length", "is no number of whole minutes that divides a day");
        return start % 60 == 0 ? null : NotAligned(line);
    }

    private static RecordProblem NotAligned(int line) =>
        new(line, "start", "interval-not-aligned", "does not begin at a whole minute");

    private static string AsWritten(Dictionary<string, string> fields) =>
        $"start={fields.GetValueOrDefault("timePeriod/start")} "
        + $"duration={fields.GetValueOrDefault("timePeriod/duration")} "
        + $"value={fields.GetValueOrDefault("IntervalReading/value")} "
        + $"quality={fields.GetValueOrDefault("ReadingQuality/quality")}";

    private static long? Number(Dictionary<string, string> fields, string name) =>
        fields.TryGetValue(name, out var text)
            && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
