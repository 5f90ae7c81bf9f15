using System.Globalization;
using System.Text;
using BillingActors.Domain.Ledger;
using BillingActors.Domain.Primitives;

namespace BillingActors.Storage.Ledger.Journals;

/// <summary>Names and amounts that hledger and beancount both read.</summary>
internal static class JournalNames
{
    /// <summary>
    /// An account such as "Assets:1200-Trade-receivables": a root both know, then digits, ASCII letters and hyphens.
    /// </summary>
    public static string Of(ChartRule rule)
    {
        var name = new StringBuilder(rule.Number);
        var isBetweenWords = true;
        foreach (var c in rule.Name)
        {
            if (char.IsAsciiLetterOrDigit(c))
                name.Append(isBetweenWords ? "-" : "").Append(c);
            isBetweenWords = !char.IsAsciiLetterOrDigit(c);
        }
        return $"{RootOf(rule.Type)}:{name}";
    }

    /// <summary>An amount with the decimals of its currency, a point, and the currency after it.</summary>
    public static string Amount(long minor, Currency currency) =>
        $"{Bare(minor, currency)} {currency.Code}";

    /// <summary>An amount without its currency.</summary>
    public static string Bare(long minor, Currency currency) => new Money(minor, currency).ToDecimal().ToString(
        "F" + currency.Exponent.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string RootOf(LedgerAccountType type) => type switch
    {
        LedgerAccountType.Asset => "Assets",
        LedgerAccountType.Liability => "Liabilities",
        LedgerAccountType.Income => "Income",
        _ => "Expenses",
    };
}
