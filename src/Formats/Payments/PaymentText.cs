using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Formats.Payments;

/// <summary>What the formats of payments have in common.</summary>
internal static class PaymentText
{
    /// <summary>Ways to pay.</summary>
    public static readonly ImmutableArray<string> Methods =
        ["cash", "cheque", "card", "ach", "wire", "direct-debit", "lockbox", "agency"];

    /// <summary>How a payment finds what it pays.</summary>
    public static readonly ImmutableArray<string> Allocations =
        ["rules", "oldest-first", "by-reference", "pro-rata"];

    private const int LongRun = 12;

    /// <summary>A receipt is named by its source and the id the source gave: two sources may give the same.</summary>
    public static string ReceiptId(string source, string paymentId) => $"{source}.{paymentId}";

    /// <summary>An item, or NUMBER=MINOR for a part of one; null for neither.</summary>
    public static PaidItem? Item(string text)
    {
        var at = text.LastIndexOf('=');
        if (at < 0)
            return new PaidItem(text);
        return at > 0
            && long.TryParse(text.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
            && minor > 0
            ? new PaidItem(text[..at], minor)
            : null;
    }

    /// <summary>
    /// A rejected record without its long numbers: one of them may be that of a card, and such a number is never kept.
    /// </summary>
    public static ImportItem Masked(ImportItem rejected) => rejected with { Raw = Masked(rejected.Raw ?? "") };

    /// <summary>A text whose long numbers are made unreadable.</summary>
    public static string Masked(string raw)
    {
        var masked = new StringBuilder(raw);
        for (var start = 0; start < masked.Length; start++)
        {
            var (end, digits) = (start, 0);
            while (end < masked.Length && (char.IsAsciiDigit(masked[end]) || (digits > 0 && masked[end] is ' ' or '-')))
                digits += char.IsAsciiDigit(masked[end++]) ? 1 : 0;
            for (var at = start; digits >= LongRun && at < end; at++)
                masked[at] = char.IsAsciiDigit(masked[at]) ? '#' : masked[at];
            start = Math.Max(start, end);
        }
        return masked.ToString();
    }
}
