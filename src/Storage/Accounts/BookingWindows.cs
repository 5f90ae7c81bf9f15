using System.Collections.Concurrent;
using System.Collections.Immutable;
using BillingActors.Domain.Closing;

namespace BillingActors.Storage.Accounts;

/// <summary>
/// What is locked in the books of legal entities, as this process saw it last. Commits are worked out on it before the
/// rows of the periods are taken; when those say something else, the flush learns it and begins again.
/// </summary>
internal sealed class BookingWindows
{
    private readonly ConcurrentDictionary<string, BookingWindow> _known = new(StringComparer.Ordinal);

    /// <summary>Legal entities that commits book for, in the one order their rows are taken in.</summary>
    public static ImmutableArray<string> EntitiesOf(IReadOnlyList<PreparedCommit> commits) =>
    [
        .. commits.Where(commit => commit.Postings.Length > 0)
            .Select(commit => commit.After.EntityId)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Puts off what lies in locked days.</summary>
    public static void Book(
        IReadOnlyList<PreparedCommit> commits, IReadOnlyDictionary<string, BookingWindow> windows)
    {
        foreach (var commit in commits.Where(commit => commit.Postings.Length > 0))
            commit.BookFrom(windows[commit.After.EntityId].FirstOpenDay(commit.Context.PassesSoftLock));
    }

    /// <summary>
    /// Puts off what lies in days that are known to be locked, and answers what that was for each entity: another flush
    /// may learn something new at any time.
    /// </summary>
    public IReadOnlyDictionary<string, BookingWindow> Book(IReadOnlyList<PreparedCommit> commits)
    {
        var used = EntitiesOf(commits).ToDictionary(
            entity => entity, entity => _known.GetValueOrDefault(entity), StringComparer.Ordinal);
        Book(commits, used);
        return used;
    }

    /// <summary>Learns what the rows say; false where commits were worked out on something else.</summary>
    public bool Confirms(
        IReadOnlyDictionary<string, BookingWindow> used, IReadOnlyDictionary<string, BookingWindow> rows)
    {
        foreach (var (entity, window) in rows)
            _known[entity] = window;
        return used.All(pair => rows.TryGetValue(pair.Key, out var window) && window == pair.Value);
    }
}
