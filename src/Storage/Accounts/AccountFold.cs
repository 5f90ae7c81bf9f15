using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Storage.Accounts;

/// <summary>Folds stored rows into accounts, and checks on the way that the chain holds.</summary>
internal static class AccountFold
{
    /// <summary>The accounts of the keys, in their order, from snapshots and the events after them.</summary>
    public static ImmutableArray<LoadedAccount> Of(
        IReadOnlyList<string> keys, IEnumerable<SnapshotRow> snapshots, IEnumerable<EventRow> tails)
    {
        var accounts = snapshots.ToDictionary(row => row.Key, Of, StringComparer.Ordinal);
        Fold(accounts, tails);
        return [.. keys.Select(key => accounts.GetValueOrDefault(key) ?? Nothing(key))];
    }

    /// <summary>Accounts as they are after further events, by their keys.</summary>
    public static Dictionary<string, LoadedAccount> Later(
        IEnumerable<LoadedAccount> known, IEnumerable<EventRow> tails)
    {
        var accounts = known.ToDictionary(account => account.Key, StringComparer.Ordinal);
        Fold(accounts, tails);
        return accounts;
    }

    private static void Fold(Dictionary<string, LoadedAccount> accounts, IEnumerable<EventRow> tails)
    {
        foreach (var row in tails)
        {
            var account = accounts.GetValueOrDefault(row.Key) ?? Nothing(row.Key);
            // A snapshot may be younger than the tail was read for; what it holds already is not applied again.
            if (row.Envelope.Version > account.Version)
                accounts[row.Key] = Apply(account, row);
        }
    }

    private static LoadedAccount Nothing(string key) => new(key, Account.None, 0, HashChain.Start);

    private static LoadedAccount Of(SnapshotRow row) =>
        new(row.Key, AccountEventJson.ReadAccount(row.Body), row.Version, row.Link);

    private static LoadedAccount Apply(LoadedAccount account, EventRow row)
    {
        var envelope = row.Envelope;
        Invariant.Holds(
            envelope.Version == account.Version + 1, $"the events of account {account.Key} have no gap");
        Invariant.Holds(
            row.Previous.AsSpan().SequenceEqual(account.Link.Span),
            $"the hash chain of account {account.Key} is whole");
        return new LoadedAccount(
            account.Key, account.State.Apply(row.Happened, envelope), envelope.Version, row.Link());
    }
}
