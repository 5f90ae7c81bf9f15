using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace BillingActors.Domain.Tariffs.Demands;

/// <summary>Reads peaks such as "2024-07:120,demand@2024-08/peak:130.5".</summary>
internal static class PriorPeakText
{
    /// <summary>The peaks, or null where one of them cannot be read.</summary>
    public static object? Read(string text)
    {
        var peaks = ImmutableArray.CreateBuilder<PriorPeak>();
        foreach (var entry in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Peak(entry) is not { } peak)
                return null;
            peaks.Add(peak);
        }
        return peaks.ToImmutable();
    }

    private static PriorPeak? Peak(string entry)
    {
        var (charge, rest) = Head(entry, '@');
        var colon = rest.LastIndexOf(':');
        if (colon < 0 || !decimal.TryParse(
            rest[(colon + 1)..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var quantity))
        {
            return null;
        }
        var (month, period) = Tail(rest[..colon], '/');
        return month.Length == 7 && month[4] == '-' && Number(month[..4]) is { } year and >= 1
            && Number(month[5..]) is { } number and >= 1 and <= 12
            ? new PriorPeak(charge, new YearMonth(year, number), period, quantity)
            : null;
    }

    private static (string? Head, string Text) Head(string text, char separator)
    {
        var at = text.IndexOf(separator, StringComparison.Ordinal);
        return at < 0 ? (null, text) : (text[..at], text[(at + 1)..]);
    }

    private static (string Text, string? Tail) Tail(string text, char separator)
    {
        var at = text.IndexOf(separator, StringComparison.Ordinal);
        return at < 0 ? (text, null) : (text[..at], text[(at + 1)..]);
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
