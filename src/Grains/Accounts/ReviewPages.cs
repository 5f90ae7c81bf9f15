using System.Collections.Immutable;
using BillingActors.Domain.Credits;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Mapping;
using BillingActors.Storage.Accounts;

namespace BillingActors.Grains.Accounts;

/// <summary>
/// Looks at the collection of many accounts together, as each would by itself: their states are read in few statements
/// and what comes of it is stored in one transaction under the fence. The accounts are not activated for it.
/// </summary>
internal sealed class ReviewPages(IAccountStore store, AccountPages pages, CollectionReviews reviews)
{
    /// <summary>
    /// Looks once at each account; answers those that somebody else changed meanwhile, which wait for another look.
    /// </summary>
    public async Task<ImmutableArray<string>> Review(IReadOnlyList<string> keys, CancellationToken cancellation)
    {
        var loaded = await store.LoadMany(keys, cancellation);
        var desks = new Dictionary<string, CollectionReviewDesk?>(StringComparer.Ordinal);
        var commits = ImmutableArray.CreateBuilder<AccountCommit>(loaded.Length);
        foreach (var account in loaded)
        {
            var entityId = AccountKey.Split(account.Key).EntityId;
            if (!desks.TryGetValue(entityId, out var desk))
                desks.Add(entityId, desk = await reviews.Desk(entityId, cancellation));
            if (desk is not null && Commit(account, desk) is { } commit)
                commits.Add(commit);
        }
        return commits.Count == 0
            ? []
            : (await pages.Append(commits.DrainToImmutable(), null, cancellation)).Lost;
    }

    private static AccountCommit? Commit(LoadedAccount account, CollectionReviewDesk desk)
    {
        if (desk.CommandFor(account) is not { } command)
            return null;
        var decision = desk.Decide(account.State);
        if (decision.IsRefused || decision.Events.IsEmpty)
            return null;
        var (entityId, accountId) = AccountKey.Split(account.Key);
        return new AccountCommit(
            account,
            command.ToContext(),
            CollectionReviewDesk.HashOf(command),
            null,
            decision.Events.Named(entityId, accountId, account.Version));
    }
}
