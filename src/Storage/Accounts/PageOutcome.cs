using System.Collections.Immutable;

namespace BillingActors.Storage.Accounts;

/// <summary>What became of a page: who was stored and at which state, and who lost the fence.</summary>
public sealed class PageOutcome
{
    private readonly IReadOnlyList<StoredCommit> _stored;

    internal PageOutcome(IReadOnlyList<StoredCommit> stored, ImmutableArray<string> lost) =>
        (_stored, Lost) = (stored, lost);

    /// <summary>How many accounts were stored.</summary>
    public int StoredCount => _stored.Count;

    /// <summary>The accounts that were stored, with the version each has now.</summary>
    public IEnumerable<(string Key, long Version)> Moved =>
        _stored.Select(commit => (commit.Prepared.Key, commit.Prepared.LastVersion));

    /// <summary>The accounts as they stand after the page; worked out when asked for, which a run never does.</summary>
    public ImmutableArray<LoadedAccount> Stored => [.. _stored.Select(commit => commit.After)];

    /// <summary>Keys of accounts that another writer had moved; nothing of theirs was stored.</summary>
    public ImmutableArray<string> Lost { get; }
}
