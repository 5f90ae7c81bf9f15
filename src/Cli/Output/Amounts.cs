using System.Globalization;
using BillingActors.Domain.Primitives;

namespace BillingActors.Cli.Output;

/// <summary>Prints amounts and counts for people.</summary>
internal static class Amounts
{
    /// <summary>An amount with its currency, such as "1,234.50 AUD".</summary>
    public static string Of(long minor, string currency) => Bare(minor, currency) + " " + currency;

    /// <summary>An amount without its currency.</summary>
    public static string Bare(long minor, string currency)
    {
        var money = new Money(minor, Currency.Of(currency));
        var decimals = money.Currency.Exponent.ToString(CultureInfo.InvariantCulture);
        return money.ToDecimal().ToString("N" + decimals, CultureInfo.InvariantCulture);
    }

    /// <summary>A count with separators.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A day as yyyy-MM-dd.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
