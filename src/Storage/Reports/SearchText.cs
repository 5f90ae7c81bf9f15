using System.Globalization;
using BillingActors.Grains.Interfaces.Accounts;

namespace BillingActors.Storage.Reports;

/// <summary>A search text, and what it may mean as an id.</summary>
/// <param name="Text">The text without spaces around it.</param>
/// <param name="Series">Series of an invoice number, or empty.</param>
/// <param name="Number">Its number, or 0.</param>
internal sealed record SearchText(string Text, string Series, long Number)
{
    /// <summary>Most hits a search gives.</summary>
    public const int CountMax = 50;

    private static readonly string[] Words = ["account", "customer", "service-point", "meter", "invoice"];

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

    /// <summary>
    /// Exact hits first, then those by customer; every account once; with the names of the customers.
    /// </summary>
    public static IEnumerable<SearchHit> Merge(
        IEnumerable<SearchHit> hits, IReadOnlyDictionary<string, string> names) =>
        hits.DistinctBy(hit => (hit.EntityId, hit.AccountId)).Take(CountMax)
            .Select(hit => hit with { CustomerName = names.GetValueOrDefault(hit.CustomerId) });
}
