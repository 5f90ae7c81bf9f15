using System.Globalization;
using BillingActors.Domain.Primitives;
using BillingActors.Grains.Interfaces.Accounts;

namespace BillingActors.Storage.Reports;

/// <summary>A search text, and what it may mean as an id.</summary>
/// <param name="Text">The text without spaces around it.</param>
/// <param name="Series">Series of an invoice number, or empty.</param>
/// <param name="Number">Its number, or 0.</param>
internal sealed record SearchText(string Text, string Series, long Number)
{
    /// <summary>Most hits a search gives.</summary>
    public const int CountMax = SearchHit.CountMax;

    /// <summary>Rows of a kind and a legal entity that have the amount and are looked at, at most.</summary>
    public const int LookCountMax = SearchHit.AmountLookCountMax;

    private const long Nothing = long.MinValue;
    private const int DigitCountMax = 12;

    private static readonly string[] Words = ["account", "customer", "service-point", "meter", "invoice", "payment"];

    private static readonly string[] AmountWords = ["open-amount", "invoice-amount", "payment-amount"];

    /// <summary>
    /// The text as an amount in minor units, by how many decimals a currency has: 0, 2 and 3. What it cannot mean is an
    /// amount that nothing has.
    /// </summary>
    public (long None, long Two, long Three) Minors { get; } = MinorsOf(Text);

    /// <summary>Whether the text may be an amount: digits, and a mark with up to three decimals.</summary>
    public bool IsAmount => Minors is not (Nothing, Nothing, Nothing);

    public static SearchText Of(string text)
    {
        var trimmed = text.Trim();
        var dash = trimmed.LastIndexOf('-');
        return dash > 0 && long.TryParse(
            trimmed.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new SearchText(trimmed, trimmed[..dash], number)
            : new SearchText(trimmed, "", 0);
    }

    /// <summary>What the rank of an exact hit means, from 1.</summary>
    public static string WordOf(int rank) => Words[rank - 1];

    /// <summary>The word of a hit by what a payer wrote.</summary>
    public const string ReferenceWord = "payment-reference";

    /// <summary>What the rank of a hit by amount means, from 1.</summary>
    public static string AmountWordOf(int rank) => AmountWords[rank - 1];

    /// <summary>Where a word stands among those of amounts.</summary>
    public static int RankOf(string amountWord) => Array.IndexOf(AmountWords, amountWord);

    /// <summary>Between which keys accounts of a scope lie: those of an entity begin with it and a slash.</summary>
    public static IEnumerable<(string After, string Before)> RangesOf(EntityScope scope) => scope.Entities.IsEmpty
        ? [("", "~")]
        : scope.Entities.Select(entity => (entity + "/", entity + "0"));

    /// <summary>Whether an amount of a currency is what the text says.</summary>
    public bool Means(long minor, string currency) => minor == Currency.Of(currency).Exponent switch
    {
        0 => Minors.None,
        2 => Minors.Two,
        3 => Minors.Three,
        _ => Nothing,
    };

    /// <summary>
    /// Exact hits first, then those by customer; every account once; with the names of the customers.
    /// </summary>
    public static IEnumerable<SearchHit> Merge(
        IEnumerable<SearchHit> hits, IReadOnlyDictionary<string, string> names) =>
        hits.DistinctBy(hit => (hit.EntityId, hit.AccountId, ByAmount(hit))).Take(CountMax)
            .Select(hit => hit with { CustomerName = names.GetValueOrDefault(hit.CustomerId) });

    // Several documents of an account may have one amount. A bill that is open is told once, and a payment beside it.
    private static string? ByAmount(SearchHit hit) => Array.IndexOf(AmountWords, hit.MatchedBy) switch
    {
        < 0 => null,
        2 => AmountWords[2],
        _ => hit.InvoiceId ?? hit.MatchedBy,
    };

    // A bare number is an amount of a currency without decimals alone: it is more often an id or a telephone number.
    private static (long None, long Two, long Three) MinorsOf(string text)
    {
        var parts = text.Split('.', ',');
        var isNumber = parts.Length <= 2 && parts[0].Length is > 0 and <= DigitCountMax
            && parts.All(part => part.Length > 0 && part.All(char.IsAsciiDigit));
        var decimals = parts.Length == 2 ? parts[1] : "";
        if (!isNumber || decimals.Length > 3)
            return (Nothing, Nothing, Nothing);
        long Minor(int count) => (decimals.Length == 0) == (count == 0) && decimals.Length <= count
            ? long.Parse(parts[0] + decimals.PadRight(count, '0'), CultureInfo.InvariantCulture)
            : Nothing;
        return (Minor(0), Minor(2), Minor(3));
    }
}
