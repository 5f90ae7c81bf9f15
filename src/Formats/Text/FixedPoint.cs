namespace BillingActors.Formats.Text;

/// <summary>A decimal number as an integer and its decimals, in the smallest scale that holds it exactly.</summary>
internal readonly record struct FixedPoint(long Digits, int Scale)
{
    public const int ScaleMax = 9;
    private const long DigitsMax = 999_999_999_999_999_999;

    public bool IsNegative => Digits < 0;

    /// <summary>Reads "12", "-0.250" or ".5": digits and one point, no culture, no exponent, no thousands.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out FixedPoint number)
    {
        number = default;
        var isNegative = text.StartsWith("-");
        var unsigned = isNegative ? text[1..] : text;
        var point = unsigned.IndexOf('.');
        var fraction = point < 0 ? default : unsigned[(point + 1)..];
        if (unsigned.IsEmpty || (point >= 0 && fraction.IsEmpty))
            return false;
        var places = fraction.TrimEnd('0');
        var whole = point < 0 ? unsigned : unsigned[..point];
        if (places.Length > ScaleMax || fraction.ContainsAnyExceptInRange('0', '9'))
            return false;
        var digits = 0L;
        if (!TryAppend(whole, ref digits) || !TryAppend(places, ref digits))
            return false;
        number = new(isNegative ? -digits : digits, places.Length);
        return true;
    }

    /// <summary>The number as an integer of a larger scale.</summary>
    public bool TryAt(int scale, out long digits)
    {
        digits = Digits;
        for (var more = scale - Scale; more > 0; more--)
        {
            if (Math.Abs(digits) > DigitsMax / 10)
                return false;
            digits *= 10;
        }
        return true;
    }

    public decimal ToDecimal() => new decimal(Math.Abs(Digits)) / PowerOfTen(Scale) * (IsNegative ? -1 : 1);

    public static long PowerOfTen(int exponent)
    {
        var power = 1L;
        for (var step = 0; step < exponent; step++)
            power *= 10;
        return power;
    }

    private static bool TryAppend(ReadOnlySpan<char> text, ref long digits)
    {
        foreach (var character in text)
        {
            if (character is < '0' or > '9' || digits > DigitsMax / 10)
                return false;
            digits = (digits * 10) + (character - '0');
        }
        return true;
    }
}
