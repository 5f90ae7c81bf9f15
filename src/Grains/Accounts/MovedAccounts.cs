using System.Collections.Immutable;
using BillingActors.Storage.Accounts;

namespace BillingActors.Grains.Accounts;

/// <summary>
/// Tells every silo which accounts a bill run moved, so that active ones read the truth before they answer.
/// </summary>
internal sealed class MovedAccounts(ActiveAccounts active, IAccountNoticeClient notices)
{
    /// <summary>Tells this silo at once and the others in one call each.</summary>
    public async Task Tell(ImmutableArray<LoadedAccount> stored, CancellationToken cancellation)
    {
        if (stored.IsEmpty)
            return;
        foreach (var account in stored)
            active.Moved(account.Key, account.Version);
        await notices.Tell([.. stored.Select(account => new AccountMoved(account.Key, account.Version))], cancellation);
    }
}
