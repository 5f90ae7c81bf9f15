namespace BillingActors.Gateway.Console.Look;

/// <summary>Words of the wire as people read them.</summary>
internal static class Words
{
    /// <summary>"payment-applied" as "Payment applied".</summary>
    public static string Of(string word)
    {
        var spaced = word.Replace('-', ' ');
        return spaced.Length == 0 ? spaced : char.ToUpperInvariant(spaced[0]) + spaced[1..];
    }

    /// <summary>A count with its noun, such as "3 invoices".</summary>
    public static string Count(long count, string one, string many) =>
        count == 1 ? $"1 {one}" : $"{DeskLocale.All[0].Count(count)} {many}";
}
