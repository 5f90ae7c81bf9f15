using System.Collections.Immutable;
using BillingActors.Storage.Accounts;

namespace BillingActors.Grains.Accounts;

/// <summary>
/// Stores pages of accounts that are not asked themselves, and tells every silo which accounts moved, so that active
/// ones read the truth before they answer.
/// </summary>
internal sealed class AccountPages(IAccountStore store, ActiveAccounts active, IAccountNoticeClient notices)
{
    /// <summary>
    /// Stores a page, as <see cref="IAccountStore.AppendPage"/> does. Where it fails it may be stored all the same, so
    /// then all its accounts look again.
    /// </summary>
    public async Task<PageOutcome> Append(
        IReadOnlyList<AccountCommit> commits, PageCheckpoint? checkpoint, CancellationToken cancellation)
    {
        PageOutcome outcome;
        try
        {
            outcome = await store.AppendPage(commits, checkpoint, cancellation);
        }
        catch (Exception fault) when (fault is not (ServicePointTakenException or ReceiptHeldException))
        {
            var doubtful = commits.Select(commit => new AccountMoved(commit.Before.Key, null));
            await Tell([.. doubtful], CancellationToken.None);
            throw;
        }
        var stored = outcome.Moved.Select(account => new AccountMoved(account.Key, account.Version));
        await Tell([.. stored], cancellation);
        return outcome;
    }

    /// <summary>Tells this silo at once and the others in one call each.</summary>
    private async Task Tell(ImmutableArray<AccountMoved> moved, CancellationToken cancellation)
    {
        if (moved.IsEmpty)
            return;
        foreach (var account in moved)
            active.Moved(account);
        await notices.Tell(moved, cancellation);
    }
}
