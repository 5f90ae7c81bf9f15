using NodaTime;
using NodaTime.Text;

namespace BillingActors.Cli.Rating.Text;

/// <summary>Reads points in time: an instant of RFC 3339, a local time, or a day for its beginning.</summary>
/// <param name="Earlier">The instant.</param>
/// <param name="Later">The second one where clocks are put back and the local time comes twice; else the same.</param>
internal readonly record struct LocalTimes(Instant Earlier, Instant Later)
{
    private const int DateLength = 10;

    private static readonly OffsetDateTimePattern[] Instants =
    [
        OffsetDateTimePattern.Rfc3339,
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:sso<+HHmm>"),
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<Z+HH:mm>"),
    ];

    private static readonly LocalDateTimePattern[] Locals =
    [
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss;FFFFFFFFF"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm"),
    ];

    /// <summary>The point in time, or null and what is wrong.</summary>
    public static LocalTimes? Read(string text, DateTimeZone zone, out string rule, out string detail)
    {
        (rule, detail) = ("time-invalid",
            $"\"{text}\" is no time such as 2025-01-31T13:00:00Z, 2025-01-31T13:00:00 or 2025-01-31.");
        var iso = text.Length > DateLength && text[DateLength] == ' '
            ? string.Concat(text.AsSpan(0, DateLength), "T", text.AsSpan(DateLength + 1))
            : text;
        if (LocalDatePattern.Iso.Parse(iso) is { Success: true } day)
            return Once(zone.AtStartOfDay(day.Value).ToInstant());
        if (ReadInstant(iso) is { } instant)
            return Once(instant);
        foreach (var pattern in Locals)
        {
            if (pattern.Parse(iso) is { Success: true } parsed)
                return InZone(parsed.Value, zone, out rule, out detail);
        }
        return null;
    }

    /// <summary>The instant where the text tells its offset from UTC, or null.</summary>
    public static Instant? ReadInstant(string text)
    {
        foreach (var pattern in Instants)
        {
            if (pattern.Parse(text) is { Success: true } parsed)
                return parsed.Value.ToInstant();
        }
        return null;
    }

    private static LocalTimes? InZone(LocalDateTime local, DateTimeZone zone, out string rule, out string detail)
    {
        (rule, detail) = ("", "");
        var mapping = zone.MapLocal(local);
        if (mapping.Count > 0)
            return new LocalTimes(mapping.First().ToInstant(), mapping.Last().ToInstant());
        (rule, detail) = ("time-skipped", $"{local:uuuu-MM-dd'T'HH:mm:ss} does not exist in {zone.Id}.");
        return null;
    }

    private static LocalTimes Once(Instant instant) => new(instant, instant);
}
