using BillingActors.Storage.Accounts;

namespace BillingActors.Storage.Tests.Accounts;

/// <summary>
/// The promise of the store in a few lines: of the commits at the newest version of an account exactly one wins, and
/// all
/// others lose. Each round hands over commits at once, some decided on an older state.
/// </summary>
internal sealed class StoreModel(IAccountStore store, string keyPrefix)
{
    private const int AccountCount = 4;

    private readonly List<LoadedAccount>[] _known = new List<LoadedAccount>[AccountCount];

    public async Task Play((int Account, int Age, int Events, bool IsBill)[][] rounds, CancellationToken cancellation)
    {
        for (var i = 0; i < AccountCount; i++)
            _known[i] = [await store.Append(Turns.Open(keyPrefix + i), cancellation)];
        foreach (var round in rounds)
            await Play(round);
        foreach (var newest in _known.Select(states => states[^1]))
        {
            var loaded = await store.Load(newest.Key, cancellation);
            Assert.Equal(newest.Link.ToArray(), loaded.Link.ToArray());
            Assert.Equal(AccountEventJson.Write(newest.State), AccountEventJson.Write(loaded.State));
            Assert.Null(await ((IChainVerifier)store).Verify(newest.Key, cancellation));
        }
    }

    private async Task Play((int Account, int Age, int Events, bool IsBill)[] round)
    {
        var commits = round.Select(step => (step.Account, Commit: Next(step))).ToList();
        var outcomes = await Task.WhenAll(
            commits.Select(async c => (c.Account, c.Commit, Stored: await Stored(c.Commit))));
        foreach (var account in outcomes.GroupBy(outcome => outcome.Account))
        {
            var head = _known[account.Key][^1].Version;
            var winners = account.Where(outcome => outcome.Stored is not null).ToList();
            Assert.Equal(account.Any(outcome => outcome.Commit.Before.Version == head) ? 1 : 0, winners.Count);
            Assert.All(winners, winner => Assert.Equal(head, winner.Commit.Before.Version));
            _known[account.Key].AddRange(winners.Select(winner => winner.Stored!));
        }
    }

    private AccountCommit Next((int Account, int Age, int Events, bool IsBill) step)
    {
        var states = _known[step.Account];
        var before = states[Math.Max(0, states.Count - 1 - step.Age)];
        return step.IsBill
            ? Turns.Bill(before, charges: step.Events - 1)
            : Turns.Charge(before, [.. Enumerable.Range(1, step.Events)]);
    }

    private async Task<LoadedAccount?> Stored(AccountCommit commit)
    {
        try
        {
            return await store.Append(commit, CancellationToken.None);
        }
        catch (StaleVersionException)
        {
            return null;
        }
    }
}
