using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using BillingActors.Grains.Accounts;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Mapping;
using BillingActors.Grains.MasterData;
using BillingActors.Storage.Accounts;

namespace BillingActors.Grains.Imports;

/// <summary>Opens the accounts and starts the contracts of a batch of rows, all in one page.</summary>
internal sealed class AccountEntries(IAccountStore store, MasterCatalogue catalogue, MovedAccounts moved)
{
    private const int AttemptCountMax = 8;

    public async Task Enter(IReadOnlyList<EntryRow> rows, CommandContext context, CancellationToken cancellation)
    {
        var waiting = rows
            .GroupBy(row => AccountKey.Of(row.Entry.EntityId, row.Entry.AccountId), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToList();
        for (var attempt = 1; waiting.Count > 0 && attempt <= AttemptCountMax; attempt++)
        {
            var loaded = await store.LoadMany([.. waiting.Select(group => group.Key)], cancellation);
            var commits = ImmutableArray.CreateBuilder<AccountCommit>();
            for (var i = 0; i < waiting.Count; i++)
            {
                if (await Commit(loaded[i], waiting[i], context, cancellation) is { } commit)
                    commits.Add(commit);
            }
            var outcome = commits.Count == 0
                ? new PageOutcome([], [])
                : await store.AppendPage(commits.ToImmutable(), null, cancellation);
            await moved.Tell(outcome.Stored, cancellation);
            waiting.RemoveAll(group => !outcome.Lost.Contains(group.Key, StringComparer.Ordinal));
        }
        foreach (var row in waiting.SelectMany(group => group))
            row.Refuse("account", "stale-version", "The account kept changing; drive the record again.");
    }

    private async Task<AccountCommit?> Commit(
        LoadedAccount loaded, IEnumerable<EntryRow> rows, CommandContext context, CancellationToken cancellation)
    {
        var events = ImmutableArray.CreateBuilder<AccountEvent>();
        var account = loaded.State;
        var version = loaded.Version;
        foreach (var row in rows)
        {
            var happened = await Decide(account, row, cancellation);
            if (row.Problem is not null || happened.IsEmpty)
                continue;
            row.Stored();
            foreach (var one in happened)
            {
                account = account.Apply(one, new EventEnvelope(context, "", null, ++version, []));
                events.Add(one);
            }
        }
        return events.Count == 0
            ? null
            : new AccountCommit(
                loaded, context, RequestHash.Of("import", context.CommandId), null, events.ToImmutable());
    }

    private async Task<ImmutableArray<AccountEvent>> Decide(
        Account account, EntryRow row, CancellationToken cancellation)
    {
        var entry = row.Entry;
        var events = ImmutableArray<AccountEvent>.Empty;
        if (account.Status == AccountStatus.None)
        {
            var entity = await catalogue.Entity(entry.EntityId, cancellation);
            var opened = AccountOpening.Decide(account, new AccountEvent.Opened(
                entry.EntityId,
                entry.CustomerId,
                entity!.Currency.Code,
                entry.CycleId,
                entry.TermsDays,
                entry.StartsOn.ToDomain()));
            if (opened.Refusal is { } no)
                row.Refuse("account", no.Code, no.Detail);
            events = opened.Events;
            account = events.Aggregate(account, (state, one) => state.Apply(one, Unstored));
        }
        else if (account.CustomerId != entry.CustomerId)
        {
            row.Refuse("customer", "account-exists", "The account belongs to another customer.");
        }
        if (row.Problem is not null)
            return [];
        var started = ContractStart.Decide(account, new AccountEvent.ContractStarted(
            entry.ContractId,
            entry.ServicePointId,
            entry.TariffId,
            entry.StartsOn.ToDomain(),
            entry.EndsOn.ToDomain()));
        // One contract may have several rows, one for each channel of its meter.
        if (started.Refusal is { } refused)
            row.Refuse("contract", refused.Code, refused.Detail);
        return row.Problem is null ? events.AddRange(started.Events) : [];
    }

    private static EventEnvelope Unstored { get; } = new(
        new CommandContext("unstored", new Actor(ActorKind.Import, ""), "import", default), "", null, 0, []);
}
