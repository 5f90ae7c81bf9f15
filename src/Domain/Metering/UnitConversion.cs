namespace BillingActors.Domain.Metering;

/// <summary>Conversion between units that differ by an exact power of ten, such as Wh, kWh and MWh.</summary>
public static class UnitConversion
{
    private static readonly string[] Bases = ["Wh", "W", "VArh", "VAr", "VAh", "VA", "J"];

    private static readonly (string Prefix, int Exponent)[] Prefixes = [("", 0), ("k", 3), ("M", 6), ("G", 9)];

    /// <summary>
    /// The power of ten that turns a number of <paramref name="from"/> into one of <paramref name="to"/>, or null.
    /// </summary>
    public static int? Exponent(string from, string to)
    {
        if (from == to)
            return 0;
        foreach (var unit in Bases)
        {
            if (PrefixOf(from, unit) is { } left && PrefixOf(to, unit) is { } right)
                return left - right;
        }
        return null;
    }

    /// <summary>Whether the word is such a unit.</summary>
    public static bool IsUnit(string word) => Bases.Any(unit => PrefixOf(word, unit) is not null);

    private static int? PrefixOf(string text, string unit)
    {
        foreach (var (prefix, exponent) in Prefixes)
        {
            if (text.Length == prefix.Length + unit.Length
                && text.StartsWith(prefix, StringComparison.Ordinal)
                && text.EndsWith(unit, StringComparison.Ordinal))
            {
                return exponent;
            }
        }
        return null;
    }
}
