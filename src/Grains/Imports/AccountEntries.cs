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
internal sealed class AccountEntries(IAccountStore store, MasterCatalogue catalogue, AccountPages pages)
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
            var lost = await EnterPage(waiting, context, cancellation);
            waiting.RemoveAll(group => !lost.Contains(group.Key, StringComparer.Ordinal));
        }
        foreach (var row in waiting.SelectMany(group => group))
            row.Refuse("account", "stale-version", "The account kept changing; drive the record again.");
    }

    /// <summary>The accounts that must be looked at once more, because somebody else was first.</summary>
    private async Task<ImmutableArray<string>> EnterPage(
        List<IGrouping<string, EntryRow>> waiting, CommandContext context, CancellationToken cancellation)
    {
        var loaded = await store.LoadMany([.. waiting.Select(group => group.Key)], cancellation);
        var points = waiting.SelectMany(group => group).Select(row => row.Entry.ServicePointId);
        var occupied = new OccupiedPoints(await store.ReadOccupied(
            points.ToHashSet(StringComparer.Ordinal), cancellation));
        var entering = new Entering(context, occupied, await Currencies(waiting, cancellation));
        var commits = ImmutableArray.CreateBuilder<AccountCommit>();
        for (var i = 0; i < waiting.Count; i++)
        {
            if (Commit(loaded[i], [.. waiting[i]], entering) is { } commit)
                commits.Add(commit);
        }
        if (commits.Count == 0)
            return [];
        try
        {
            return (await pages.Append(commits.ToImmutable(), null, cancellation)).Lost;
        }
        catch (ServicePointTakenException)
        {
            return [.. waiting.Select(group => group.Key)]; // Taken since it was read: it is named when read again.
        }
    }

    /// <summary>The currency of each legal entity of the page, read once for all its accounts.</summary>
    private async Task<Dictionary<string, string>> Currencies(
        List<IGrouping<string, EntryRow>> waiting, CancellationToken cancellation)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in waiting.Select(group => group.First().Entry.EntityId).Distinct(StringComparer.Ordinal))
            found.Add(id, (await catalogue.Entity(id, cancellation))!.Currency.Code);
        return found;
    }

    private static AccountCommit? Commit(LoadedAccount loaded, IReadOnlyList<EntryRow> rows, Entering entering)
    {
        var context = entering.Context;
        var events = ImmutableArray.CreateBuilder<AccountEvent>();
        var account = loaded.State;
        var version = loaded.Version;
        foreach (var row in rows)
        {
            var happened = Decide(account, rows, row, entering);
            if (row.Problem is not null || happened.IsEmpty || !TakesFreeDays(loaded.Key, row, happened, entering))
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

    private static bool TakesFreeDays(
        string key, EntryRow row, ImmutableArray<AccountEvent> happened, Entering entering)
    {
        foreach (var started in happened.OfType<AccountEvent.ContractStarted>())
        {
            var wanted = new Occupancy(
                started.ServicePointId, key, started.ContractId, started.From, started.Until);
            if (!entering.Occupied.TryTake(wanted))
                row.Refuse("service_point", Refusals.ServicePointTaken.Code, Refusals.ServicePointTaken.Detail);
        }
        return row.Problem is null;
    }

    private static ImmutableArray<AccountEvent> Decide(
        Account account, IReadOnlyList<EntryRow> rows, EntryRow row, Entering entering)
    {
        var entry = row.Entry;
        var events = ImmutableArray<AccountEvent>.Empty;
        if (account.Status == AccountStatus.None)
        {
            var opened = AccountOpening.Decide(account, new AccountEvent.Opened(
                entry.EntityId,
                entry.CustomerId,
                entering.Currencies[entry.EntityId],
                entry.CycleId,
                entry.TermsDays,
                rows.Min(one => one.Entry.StartsOn).ToDomain()));
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

    private sealed record Entering(
        CommandContext Context, OccupiedPoints Occupied, Dictionary<string, string> Currencies);

    private static EventEnvelope Unstored { get; } = new(
        new CommandContext("unstored", new Actor(ActorKind.Import, ""), "import", default), "", null, 0, []);
}
