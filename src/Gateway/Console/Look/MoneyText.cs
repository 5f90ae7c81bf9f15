using System.Globalization;
using BillingActors.Gateway.Invoices;

namespace BillingActors.Gateway.Console.Look;

/// <summary>
/// Reads amounts as people type them, the same in every locale: digits, and at most one mark before the decimals. What
/// could be read in two ways, such as a mark between thousands, is refused rather than guessed.
/// </summary>
internal static class MoneyText
{
    private const int DigitCountMax = 15;

    /// <summary>The amount in minor units; null where the text is no amount of the currency.</summary>
    public static long? Read(string? text, string currency)
    {
        var parts = (text ?? "").Trim().Split('.', ',');
        var decimals = PrintedAmount.DecimalsOf(currency);
        var isAmount = parts.Length <= 2 && parts[0].Length is > 0 and <= DigitCountMax
            && (parts.Length == 1 || (parts[1].Length > 0 && parts[1].Length <= decimals))
            && parts.All(part => part.All(char.IsAsciiDigit));
        if (!isAmount)
            return null;
        var fraction = (parts.Length == 2 ? parts[1] : "").PadRight(decimals, '0');
        return long.TryParse(parts[0] + fraction, NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
            ? minor
            : null;
    }

    /// <summary>The amount as it can be typed again.</summary>
    public static string Write(long minor, string currency) => PrintedAmount.Bare(minor, currency);
}
