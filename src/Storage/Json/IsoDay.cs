using System.Globalization;
using System.Text.Json;
using NodaTime;

namespace BillingActors.Storage.Json;

/// <summary>Days as ten characters, "2025-01-31": what JSON and SQLite keep, and what sorts as it reads.</summary>
internal static class IsoDay
{
    /// <summary>Characters of a day.</summary>
    public const int Length = 10;

    public static string Format(LocalDate day) => string.Create(Length, day, static (text, d) => Format(d, text));

    public static void Format(LocalDate day, Span<char> text)
    {
        Digits(day.Year, text[..4]);
        text[4] = '-';
        Digits(day.Month, text[5..7]);
        text[7] = '-';
        Digits(day.Day, text[8..10]);
    }

    public static LocalDate Parse(ReadOnlySpan<char> text)
    {
        if (text.Length == Length && text[4] == '-' && text[7] == '-'
            && TryNumber(text[..4], out var year) && TryNumber(text[5..7], out var month)
            && TryNumber(text[8..], out var day))
            return new LocalDate(year, month, day);
        throw new JsonException($"'{text}' is not a day of the form 2025-01-31.");
    }

    private static void Digits(int value, Span<char> text)
    {
        for (var i = text.Length - 1; i >= 0; i--, value /= 10)
            text[i] = (char)('0' + (value % 10));
    }

    private static bool TryNumber(ReadOnlySpan<char> text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
