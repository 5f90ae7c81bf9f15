using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Charging;
using BillingActors.Grains.Accounts;
using BillingActors.Grains.Mapping;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Charging;

namespace BillingActors.Grains.Charging;

/// <summary>
/// Rates the waiting records of many accounts and stores them in one transaction. The accounts are not activated for
/// it: they are read together, decided on as their grains would, and the fence says who moved meanwhile.
/// </summary>
internal sealed class UsagePages(
    IAccountStore store, AccountPages pages, UsageReading reading, UsageEnvelopes envelopes)
{
    private const int AttemptCountMax = 4;

    /// <summary>
    /// Rates batches, each of another account; answers what each came to, in their order. Null is an account that kept
    /// changing, and nothing of its batch is stored.
    /// </summary>
    public async Task<ImmutableArray<UsageOutcome?>> Rate(
        IReadOnlyList<AccountUsage> batches, CancellationToken cancellation)
    {
        var outcomes = new UsageOutcome?[batches.Count];
        var waiting = Enumerable.Range(0, batches.Count).ToList();
        for (var attempt = 1; waiting.Count > 0 && attempt <= AttemptCountMax; attempt++)
            waiting = await RateOnce(batches, waiting, outcomes, cancellation);
        foreach (var lost in waiting)
            outcomes[lost] = null;
        return [.. outcomes];
    }

    /// <summary>Answers the places of those that lost the fence.</summary>
    private async Task<List<int>> RateOnce(
        IReadOnlyList<AccountUsage> batches,
        List<int> waiting,
        UsageOutcome?[] outcomes,
        CancellationToken cancellation)
    {
        var loaded = await store.LoadMany([.. waiting.Select(place => batches[place].AccountKey)], cancellation);
        var commits = ImmutableArray.CreateBuilder<AccountCommit>(waiting.Count);
        foreach (var (place, before) in waiting.Zip(loaded))
        {
            var (outcome, commit) = await Decide(before, batches[place], cancellation);
            outcomes[place] = outcome;
            if (commit is not null)
                commits.Add(commit);
        }
        if (commits.Count == 0)
            return [];
        var stored = await pages.Append(commits.ToImmutable(), null, cancellation);
        var lost = stored.Lost.ToHashSet(StringComparer.Ordinal);
        return [.. waiting.Where(place => lost.Contains(batches[place].AccountKey))];
    }

    private async Task<(UsageOutcome Outcome, AccountCommit? Commit)> Decide(
        LoadedAccount before, AccountUsage usage, CancellationToken cancellation)
    {
        var batch = usage.Command.ToDomain();
        if (before.Version == 0)
            return (new UsageOutcome(Refusals.AccountUnknown, [], [], []), null);
        var outcome = await reading.Decide(
            before, batch, isFresh: false, given => UsageRating.Decide(before.State, batch, given), cancellation);
        if (outcome.Decision.IsRefused || outcome.Decision.Events.IsEmpty)
            return (outcome, null);
        var commit = new AccountCommit(
            before,
            usage.Envelope.ToContext(),
            RequestHash.Of("rate-usage", usage.Command),
            null,
            outcome.Decision.Events)
        {
            Usage = await envelopes.Seal(before.Key, before.Version, outcome, cancellation),
        };
        return (outcome, commit);
    }
}
