using System.Collections.Concurrent;

namespace BillingActors.Grains.Accounts;

/// <summary>
/// The accounts that are active in this silo, so that a bill run can tell them that their version moved.
/// </summary>
internal sealed class ActiveAccounts
{
    private readonly ConcurrentDictionary<string, AccountGrain> _active = new(StringComparer.Ordinal);

    public int Count => _active.Count;

    public void Add(string key, AccountGrain grain) => _active[key] = grain;

    public void Remove(string key, AccountGrain grain) => _active.TryRemove(new(key, grain));

    /// <summary>Has every active account read the truth before it next answers.</summary>
    public void Doubt()
    {
        foreach (var grain in _active.Values)
            grain.Doubt();
    }

    /// <summary>Tells an account that the store is ahead of it; nothing happens where it is not active.</summary>
    public void Moved(AccountMoved account)
    {
        if (!_active.TryGetValue(account.Key, out var grain))
            return;
        if (account.Version is { } version)
            grain.Moved(version);
        else
            grain.Doubt();
    }
}
