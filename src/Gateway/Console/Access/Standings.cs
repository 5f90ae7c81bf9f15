using System.Collections.Concurrent;
using BillingActors.Storage.Users;

namespace BillingActors.Gateway.Console.Access;

/// <summary>
/// What each person may do now: read again after a few seconds, so that a change of roles holds soon and everywhere.
/// </summary>
internal sealed class Standings(IUserStore store, TimeProvider clock)
{
    private const int CountMax = 10_000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<string, Entry> _known = new(StringComparer.Ordinal);

    /// <summary>The person, or null where it may not log in (any more).</summary>
    public async Task<StoredUser?> Of(string personId, CancellationToken cancellation)
    {
        var now = clock.GetTimestamp();
        if (_known.TryGetValue(personId, out var entry) && clock.GetElapsedTime(entry.ReadAt, now) < Lifetime)
            return entry.User;
        var user = await store.Find(personId, cancellation) is { IsActive: true } found ? found : null;
        if (_known.Count >= CountMax)
            _known.Clear();
        _known[personId] = new Entry(user, now);
        return user;
    }

    /// <summary>Reads the person again at the next question.</summary>
    public void Forget(string personId) => _known.TryRemove(personId, out _);

    private sealed record Entry(StoredUser? User, long ReadAt);
}
