using System.Collections.Immutable;
using BillingActors.Domain.Accounts;

namespace BillingActors.Storage.Accounts;

/// <summary>A number series of a legal entity, such as "INV".</summary>
internal readonly record struct NumberSeries(string EntityId, string Series)
{
    /// <summary>
    /// Which series a flush needs and how many numbers of each, in the one order everybody locks them in.
    /// </summary>
    public static ImmutableArray<(NumberSeries Series, long Count)> Wanted(IEnumerable<PreparedCommit> winners) =>
    [
        .. winners.Where(winner => winner.Invoice is not null)
            .CountBy(Of)
            .OrderBy(pair => pair.Key.EntityId, StringComparer.Ordinal)
            .ThenBy(pair => pair.Key.Series, StringComparer.Ordinal)
            .Select(pair => (pair.Key, (long)pair.Value)),
    ];

    /// <summary>
    /// Gives the winners their numbers, without a gap up to the last number each series was moved to.
    /// </summary>
    public static IReadOnlyList<StoredCommit> Stamp(
        IReadOnlyCollection<PreparedCommit> winners, IReadOnlyList<long> last)
    {
        var next = Wanted(winners)
            .Zip(last, (wanted, end) => (wanted.Series, First: end - wanted.Count + 1))
            .ToDictionary(pair => pair.Series, pair => pair.First);
        return [.. winners.Select(winner => new StoredCommit(winner, Next(winner)))];

        DocumentNumber? Next(PreparedCommit winner) =>
            winner.Invoice is null ? null : new(winner.Invoice.Series, next[Of(winner)]++);
    }

    private static NumberSeries Of(PreparedCommit winner) => new(winner.Invoice!.EntityId, winner.Invoice.Series);
}
