using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Domain.Tariffs.Demands;
using BillingActors.Domain.Tariffs.Prices;
using NodaTime;
using NodaTime.Text;

namespace BillingActors.Domain.Tariffs.Settings;

/// <summary>Reads settings that are neither a word nor a number; null for what is none.</summary>
internal static class SettingText
{
    private const int MinutesPerDay = 1440;

    private static readonly LocalDatePattern DayPattern = LocalDatePattern.Iso;

    /// <summary>A day of the year, such as "04-01"; 29 February is none, as most years have none.</summary>
    public static object? AnnualDay(string text)
    {
        var parsed = AnnualDatePattern.Iso.Parse(text);
        return parsed.Success && parsed.Value != new AnnualDate(2, 29) ? parsed.Value : null;
    }

    /// <summary>From so many days to so many, such as "27-33".</summary>
    public static object? Days(string text) => text.Split('-') is [var first, var last]
        && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var least)
        && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var most)
        && least > 0 && most >= least
            ? new DayCount(least, most)
            : null;

    /// <summary>Events such as "2025-07-14T16:00/21:00=12.5,system@2025-07-15T17:00/18:00".</summary>
    public static object? Events(string text)
    {
        var events = ImmutableArray.CreateBuilder<PeakEvent>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Event(part) is not { } read)
                return null;
            events.Add(read);
        }
        return events.ToImmutable();
    }

    /// <summary>Demands of events such as "2024-08-20T16:45=412.5,transmission@2024-09-05T17:00=390".</summary>
    public static object? PriorEvents(string text)
    {
        var events = ImmutableArray.CreateBuilder<PriorEvent>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Prior(part) is not { } read)
                return null;
            events.Add(read);
        }
        return events.ToImmutable();
    }

    private static PriorEvent? Prior(string text)
    {
        var after = text.IndexOf('@', StringComparison.Ordinal) + 1;
        var (charge, rest) = (after == 0 ? null : text[..(after - 1)], text[after..]);
        var (at, equals) = (rest.IndexOf('T', StringComparison.Ordinal), rest.IndexOf('=', StringComparison.Ordinal));
        if (at < 0 || equals < at || Number(rest[(equals + 1)..]) is not { } quantity)
            return null;
        var day = DayPattern.Parse(rest[..at]);
        return day.Success && Minute(rest[(at + 1)..equals]) is { } from and < MinutesPerDay
            ? new PriorEvent(charge, day.Value, from, quantity)
            : null;
    }

    private static PeakEvent? Event(string text)
    {
        var after = text.IndexOf('@', StringComparison.Ordinal) + 1;
        return after == 1 || Called(text[after..]) is not { } called
            ? null
            : called with { List = after == 0 ? null : text[..(after - 1)] };
    }

    private static PeakEvent? Called(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var baseline = equals < 0 ? null : Number(text[(equals + 1)..]);
        var span = equals < 0 ? text : text[..equals];
        var (at, slash) = (span.IndexOf('T', StringComparison.Ordinal), span.IndexOf('/', StringComparison.Ordinal));
        if (at < 0 || slash < at || (equals >= 0 && baseline is null))
            return null;
        var day = DayPattern.Parse(span[..at]);
        return day.Success && Minute(span[(at + 1)..slash]) is { } from && Minute(span[(slash + 1)..]) is { } until
            && from < until
            ? new PeakEvent(day.Value, from, until, baseline)
            : null;
    }

    private static decimal? Number(string text) => decimal.TryParse(
        text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int? Minute(string text) =>
        text.Length == 5 && text[2] == ':'
        && int.TryParse(text[..2], NumberStyles.None, CultureInfo.InvariantCulture, out var hour)
        && int.TryParse(text[3..], NumberStyles.None, CultureInfo.InvariantCulture, out var minute)
        && minute < 60 && (hour * 60) + minute <= MinutesPerDay
            ? (hour * 60) + minute
            : null;
}
