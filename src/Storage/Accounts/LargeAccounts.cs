namespace BillingActors.Storage.Accounts;

/// <summary>
/// Large accounts as this program last saw them, so that a busy one is not read whole for every turn. None of it is
/// taken for the truth: the events after it are read each time, and the hash chain shows that they follow.
/// </summary>
internal sealed class LargeAccounts
{
    /// <summary>Events from which on an account is worth keeping; a household has fewer in ten years.</summary>
    public const long EventCountMin = 256;

    // What stays of an event in a state is half a kilobyte at most: some fifty megabytes.
    private const long EventCountMax = 100_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<LoadedAccount>> _byKey = new(StringComparer.Ordinal);
    private readonly LinkedList<LoadedAccount> _byUse = new();
    private long _eventCount;

    /// <summary>The account as it was seen last, or null.</summary>
    public LoadedAccount? Find(string key)
    {
        lock (_gate)
        {
            if (!_byKey.TryGetValue(key, out var node))
                return null;
            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value;
        }
    }

    /// <summary>
    /// Keeps the account where it is large and newer than what is kept; what was not used longest goes.
    /// </summary>
    public void Keep(LoadedAccount account)
    {
        if (account.Version is < EventCountMin or > EventCountMax)
            return;
        lock (_gate)
        {
            if (_byKey.TryGetValue(account.Key, out var known))
            {
                if (known.Value.Version >= account.Version)
                    return;
                Drop(known);
            }
            _byKey[account.Key] = _byUse.AddFirst(account);
            _eventCount += account.Version;
            while (_eventCount > EventCountMax)
                Drop(_byUse.Last!);
        }
    }

    private void Drop(LinkedListNode<LoadedAccount> node)
    {
        _byUse.Remove(node);
        _byKey.Remove(node.Value.Key);
        _eventCount -= node.Value.Version;
    }
}
