using System.Globalization;

namespace BillingActors.Gateway.Invoices;

/// <summary>Writes amounts and quantities as people read them, the same on every machine.</summary>
internal static class PrintedAmount
{
    /// <summary>Currencies with another number of decimals than two (ISO 4217).</summary>
    private static readonly Dictionary<string, int> Decimals = new (int Count, string Codes)[]
    {
        (0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
        (3, "BHD IQD JOD KWD LYD OMR TND"),
        (4, "CLF UYW"),
    }.SelectMany(group => group.Codes.Split(' '), (group, code) => (code, group.Count))
    .ToDictionary(pair => pair.code, pair => pair.Count, StringComparer.Ordinal);

    /// <summary>How many decimals amounts of a currency have.</summary>
    public static int DecimalsOf(string currency) => Decimals.GetValueOrDefault(currency, 2);

    /// <summary>Minor units with the currency's decimals, such as 1,234.50.</summary>
    public static string Money(long minor, string currency) => Format(minor, currency, 'N');

    /// <summary>Minor units with the currency's decimals and nothing between the thousands, such as 1234.50.</summary>
    public static string Bare(long minor, string currency) => Format(minor, currency, 'F');

    /// <summary>An exact quantity, price or percentage without trailing zeros.</summary>
    public static string Exact(decimal value) =>
        value.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>A day.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Format(long minor, string currency, char kind)
    {
        var count = DecimalsOf(currency);
        var amount = minor * new decimal(1, 0, 0, isNegative: false, (byte)count);
        var format = string.Create(CultureInfo.InvariantCulture, $"{kind}{count}");
        return amount.ToString(format, CultureInfo.InvariantCulture);
    }
}
