using System.Collections.Immutable;
using BillingActors.Domain.Accounts;

namespace BillingActors.Domain.Cash;

/// <summary>Finds what a payer means among what is open, by the words of what was written.</summary>
internal static class PayerReference
{
    private static readonly char[] Gaps = [' ', ',', ';', '\t', '\r', '\n'];
    private static readonly char[] Marks = ['.', ':', '#', '(', ')', '"', '\''];

    /// <summary>Items whose numbers stand there, in the order they are written.</summary>
    public static ImmutableArray<ItemWish> Wishes(Account account, string? reference) =>
    [
        .. Words(reference ?? "")
            .SelectMany(word => account.OpenItems.Where(item => item.Open.Minor > 0
                && item.Number.Equals(word, StringComparison.OrdinalIgnoreCase)))
            .Select(item => item.Id).Distinct(StringComparer.Ordinal)
            .Select(id => new ItemWish(id)),
    ];

    // Numbers may hold a slash, and people part numbers by one: the whole word counts first.
    private static IEnumerable<string> Words(string reference) => reference
        .Split(Gaps, StringSplitOptions.RemoveEmptyEntries)
        .Select(word => word.Trim(Marks))
        .SelectMany(word => word.Split('/').Prepend(word).Distinct(StringComparer.Ordinal))
        .Where(word => word.Length > 0);
}
