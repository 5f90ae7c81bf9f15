using System.Globalization;

namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>Decimals of files, digit by digit: what a decimal cannot hold is refused and never rounded.</summary>
public static class DecimalDigits
{
    // More digits than a decimal holds would be rounded without a word.
    private const int LengthMax = 30;
    private const int ScaleMax = 28;
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>The number of a text such as "-0.25", or null where it is none.</summary>
    public static decimal? Plain(ReadOnlySpan<char> text) =>
        text.Length <= LengthMax && decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>The number of a text that may have an exponent, such as 2.5e-3, or null where it is none.</summary>
    public static decimal? WithExponent(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny('e', 'E');
        if (end < 0)
            return Plain(text);
        const NumberStyles Whole = NumberStyles.AllowLeadingSign;
        if (!int.TryParse(text[(end + 1)..], Whole, CultureInfo.InvariantCulture, out var power))
            return null;
        return Plain(text[..end]) is not { } number ? null
            : power is < -ScaleMax or > ScaleMax ? null
            : power <= 0 ? Divided(number, -power)
            : Multiplied(number, power);
    }

    private static decimal? Divided(decimal number, int zeros) =>
        number.Scale + zeros <= ScaleMax ? number * new decimal(1, 0, 0, false, (byte)zeros) : null;

    private static decimal? Multiplied(decimal number, int zeros)
    {
        for (var i = 0; i < zeros; i++)
        {
            if (decimal.Abs(number) > decimal.MaxValue / 10m)
                return null;
            number *= 10m;
        }
        return number;
    }
}
