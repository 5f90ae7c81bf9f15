using System.Collections.Concurrent;
using System.Collections.Immutable;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.MasterData;
using BillingActors.Storage.Privacy;
using BillingActors.Storage.Reports;

namespace BillingActors.Storage.Cash;

/// <summary>
/// What payers write, as keyed hashes: a payment is found by all of it or by its words, and none of it lies readable in
/// the index. Each legal entity has its own key, so that hashes of one mean nothing in another.
/// </summary>
internal sealed class PaymentWords(KeyRing keys, IMasterDataStore records)
{
    private const int EntityCountMax = 1000;
    private const char KeyGap = '/';

    private readonly ConcurrentDictionary<string, BlindIndex> _indexes = new(StringComparer.Ordinal);

    /// <summary>Hashes of what came with the receipts that a commit books.</summary>
    public async ValueTask<ImmutableArray<(string ReceiptId, byte[] Token)>> Of(
        PreparedCommit commit, CancellationToken cancellation)
    {
        var (before, after) = (commit.Before.State.Cash.Receipts.Length, commit.After.Cash.Receipts);
        var tokens = ImmutableArray.CreateBuilder<(string, byte[])>();
        for (var i = before; i < after.Length; i++)
        {
            // Most texts of most banks have no figure: nothing is worked out for them.
            if (after[i].Reference is not { } reference || !reference.Any(char.IsDigit))
                continue;
            if (NamesWhatIsKnown(commit, reference))
                continue;
            var index = await IndexOf(commit.After.EntityId, cancellation);
            tokens.AddRange(index.TokensOfReference(reference).Select(token => (after[i].Id, token.Hash)));
        }
        return tokens.ToImmutable();
    }

    // Nearly all transfers name a document, the account or the customer, and each of them is found by itself.
    private static bool NamesWhatIsKnown(PreparedCommit commit, string reference)
    {
        var words = BlindIndex.WordsOfReference(reference);
        if (words.IsEmpty)
            return false;
        var known = commit.Before.State.OpenItems.Select(item => item.Number)
            .Append(commit.After.CustomerId)
            .Append(commit.Key[(commit.Key.IndexOf(KeyGap) + 1)..])
            .Select(BlindIndex.Bare)
            .ToHashSet(StringComparer.Ordinal);
        return words.All(known.Contains);
    }

    /// <summary>
    /// What would answer a question, in each legal entity of a scope; null where nothing in it is long enough.
    /// </summary>
    public async Task<AskedWords?> Ask(EntityScope scope, string text, CancellationToken cancellation)
    {
        if (!BlindIndex.FindsReference(text))
            return null;
        var asked = new AskedWords([], [], [], 0);
        foreach (var entityId in scope.Entities.IsEmpty ? await All(cancellation) : scope.Entities)
        {
            var (whole, words) = (await IndexOf(entityId, cancellation)).AskReference(text);
            asked = new AskedWords(
                asked.Whole.Add(whole.Hash), asked.Longest.AddRange(words.Take(1).Select(word => word.Hash)),
                asked.Others.AddRange(words.Skip(1).Select(word => word.Hash)), Math.Max(0, words.Length - 1));
        }
        return asked;
    }

    private async ValueTask<BlindIndex> IndexOf(string entityId, CancellationToken cancellation) =>
        _indexes.TryGetValue(entityId, out var known)
            ? known
            : _indexes.GetOrAdd(entityId, new BlindIndex(await keys.EntityKey(entityId, cancellation)));

    private async Task<ImmutableArray<string>> All(CancellationToken cancellation) =>
        [.. (await records.List(MasterKind.LegalEntity, "", EntityCountMax, cancellation)).Select(one => one.Id)];
}
