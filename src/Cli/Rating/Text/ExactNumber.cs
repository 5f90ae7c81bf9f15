using System.Globalization;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Cli.Rating.Text;

/// <summary>Decimals as files write them: a point, no thousands, no culture.</summary>
internal static class ExactNumber
{
    // More digits than a decimal holds would be rounded without a word.
    private const int DigitsMax = 28;
    private const NumberStyles Style =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>The number, or null where the text is none, or none that can be held.</summary>
    public static decimal? Read(string text) =>
        text.Count(char.IsAsciiDigit) <= DigitsMax ? DecimalDigits.WithExponent(text) : null;

    /// <summary>The number with as many digits as can be held, or null where the text is none.</summary>
    public static decimal? ReadNear(string text) =>
        decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The shortest text of a number.</summary>
    public static string Print(decimal number) =>
        number.ToString("0.############################", CultureInfo.InvariantCulture);
}
