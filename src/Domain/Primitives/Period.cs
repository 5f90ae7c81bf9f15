using NodaTime;

namespace BillingActors.Domain.Primitives;

/// <summary>Local days from the first day up to, and not including, the end day.</summary>
public readonly record struct Period
{
    private const int DayLength = 10;
    private const int TextLength = (2 * DayLength) + 2;

    /// <summary>Creates a period; the end lies after the start.</summary>
    public Period(LocalDate from, LocalDate until)
    {
        Invariant.Holds(from < until, "a period has at least one day");
        (From, Until) = (from, until);
    }

    /// <summary>First day, inclusive.</summary>
    public LocalDate From { get; }

    /// <summary>End day, exclusive.</summary>
    public LocalDate Until { get; }

    /// <summary>Number of local days, at least 1.</summary>
    public int Days => NodaTime.Period.DaysBetween(From, Until);

    /// <summary>Whether the day lies inside.</summary>
    public bool Contains(LocalDate day) => From <= day && day < Until;

    /// <summary>The days both have in common, or null when there are none.</summary>
    public Period? Overlap(LocalDate from, LocalDate? until)
    {
        // Mostly all of them.
        if (from <= From && (until is not { } last || last >= Until))
            return this;
        var start = LocalDate.Max(From, from);
        var end = until is { } u ? LocalDate.Min(Until, u) : Until;
        return start < end ? new Period(start, end) : null;
    }

    /// <inheritdoc cref="Overlap(LocalDate, LocalDate?)"/>
    public Period? Overlap(Period other) => Overlap(other.From, other.Until);

    /// <summary>Both days in ISO form: "2025-01-01..2025-02-01".</summary>
    public override string ToString() => HasFourDigits
        ? string.Create(TextLength, this, static (text, period) => period.Write(text))
        : $"{From:uuuu-MM-dd}..{Until:uuuu-MM-dd}";

    /// <summary>Both days behind a word and a space: "E1 2025-01-01..2025-02-01".</summary>
    public string ToString(string word) => HasFourDigits
        ? string.Create(word.Length + 1 + TextLength, (word, this), static (text, told) =>
        {
            var (word, period) = told;
            word.CopyTo(text);
            text[word.Length] = ' ';
            period.Write(text[(word.Length + 1)..]);
        })
        : $"{word} {From:uuuu-MM-dd}..{Until:uuuu-MM-dd}";

    private bool HasFourDigits => From.Year is > 0 and <= 9999 && Until.Year is > 0 and <= 9999;

    // A period stands in every line of every bill; the general formatter would cost more than the rating.
    private void Write(Span<char> text)
    {
        Write(From, text);
        (text[DayLength], text[DayLength + 1]) = ('.', '.');
        Write(Until, text[(DayLength + 2)..]);
    }

    private static void Write(LocalDate day, Span<char> text)
    {
        Write(day.Year, text[..4]);
        Write(day.Month, text[5..7]);
        Write(day.Day, text[8..10]);
        (text[4], text[7]) = ('-', '-');
    }

    private static void Write(int number, Span<char> digits)
    {
        for (var i = digits.Length - 1; i >= 0; i--)
        {
            digits[i] = (char)('0' + (number % 10));
            number /= 10;
        }
    }
}
