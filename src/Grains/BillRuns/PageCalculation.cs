using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.BillRuns;
using BillingActors.Domain.Charging;
using BillingActors.Domain.Invoicing;
using BillingActors.Grains.Mapping;
using BillingActors.Grains.MasterData;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Charging;
using BillingActors.Storage.Meters;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Grains.BillRuns;

/// <summary>
/// Calculates a page of accounts: reads their states, meters, usage and tariffs in one query each, then runs the
/// domain's
/// own calculation on them. Accounts that are not active are not activated for it.
/// </summary>
internal sealed class PageCalculation(
    IAccountStore accounts, IMeterDataStore meters, IUsageStore usage, MasterCatalogue catalogue, RunPace pace)
{
    private readonly TaxReading _taxes = new(catalogue);

    /// <summary>Entity and cycle of the work; both must exist, or the run cannot go on.</summary>
    public async Task<RunSettings> Settings(PartitionWork work, CancellationToken cancellation)
    {
        var entity = await catalogue.Entity(work.EntityId, cancellation)
            ?? throw new InvalidOperationException($"The legal entity {work.EntityId} is gone.");
        var cycle = await catalogue.Cycle(work.CycleId, cancellation)
            ?? throw new InvalidOperationException($"The bill cycle {work.CycleId} is gone.");
        return new RunSettings(work.RunId, entity, cycle, work.Until.ToDomain());
    }

    /// <summary>Drafts for accounts read now, in their order.</summary>
    public async Task<ImmutableArray<BillDraft>> Calculate(
        RunSettings settings, IReadOnlyList<LoadedAccount> loaded, CancellationToken cancellation)
    {
        var page = await Read(settings, loaded, cancellation);
        var drafts = ImmutableArray.CreateBuilder<BillDraft>(loaded.Count);
        var stretch = RunPace.Begin();
        foreach (var account in loaded)
        {
            drafts.Add(page.Draft(account));
            stretch = await pace.MakeWay(stretch, cancellation);
        }
        return drafts.MoveToImmutable();
    }

    /// <summary>Reads the accounts, then calculates.</summary>
    public async Task<ImmutableArray<BillDraft>> Calculate(
        RunSettings settings, IReadOnlyList<string> keys, CancellationToken cancellation) =>
        await Calculate(settings, await accounts.LoadMany(keys, cancellation), cancellation);

    /// <summary>Only the stamps, to see whether anything changed since a draft was made; in the order given.</summary>
    public async Task<ImmutableArray<long>> Stamps(
        RunSettings settings, IReadOnlyList<LoadedAccount> loaded, CancellationToken cancellation)
    {
        var points = ServicePointIds(settings, loaded);
        var versions = await meters.DataVersions(points, cancellation);
        var byPoint = new Dictionary<string, long>(points.Count, StringComparer.Ordinal);
        for (var i = 0; i < points.Count; i++)
            byPoint[points[i]] = versions[i];
        var tariffs = await catalogue.Tariffs(TariffIds(settings, loaded), cancellation);
        // Where no jurisdiction is known, no service point need be read for the ones it names.
        var placed = await catalogue.HasJurisdictions(cancellation)
            ? await catalogue.ServicePoints(points, cancellation)
            : [];
        var taxes = await _taxes.Read(settings, loaded, placed.Values, cancellation);
        return
        [
            .. loaded.Select(account =>
                taxes.Mark(Stamp.Of(Due(settings, account.State), byPoint, tariffs), account)),
        ];
    }

    /// <summary>What a closing of the account looks at, read now.</summary>
    public async Task<ClosingInputs> Inputs(
        RunSettings settings, LoadedAccount loaded, CancellationToken cancellation) =>
        (await Read(settings, [loaded], cancellation)).InputsOf(loaded);

    private async Task<PageInputs> Read(
        RunSettings settings, IReadOnlyList<LoadedAccount> loaded, CancellationToken cancellation)
    {
        var queries = Queries(settings, loaded);
        var metered = await meters.Read([.. queries.Values], cancellation);
        var points = await catalogue.ServicePoints(queries.Keys, cancellation);
        var tariffs = await catalogue.Tariffs(TariffIds(settings, loaded), cancellation);
        var taxes = await _taxes.Read(settings, loaded, points.Values, cancellation);
        var records = await usage.Records(RecordQueries(settings, loaded), cancellation);
        return new PageInputs(
            settings, metered.ToDictionary(m => m.ServicePointId, StringComparer.Ordinal), points, tariffs, taxes)
        {
            Records = records.ToLookup(one => (one.AccountKey, one.Kept.ContractId), one => one.Kept),
        };
    }

    // An account that never used what is rated when it comes asks for nothing.
    private static List<UsageRecordQuery> RecordQueries(RunSettings settings, IReadOnlyList<LoadedAccount> loaded) =>
    [
        .. from account in loaded
           from due in Due(settings, account.State)
           let needed = UsageBilling.NeededFrom(due.Contract, due.Period.From)
           where needed is not null
           select new UsageRecordQuery(account.Key, due.Contract.Id, needed.Value, due.Period.Until),
    ];

    // One day more on both sides: a local day may need parts of two source days.
    private static Dictionary<string, UsageQuery> Queries(RunSettings settings, IReadOnlyList<LoadedAccount> loaded)
    {
        var queries = new Dictionary<string, UsageQuery>(StringComparer.Ordinal);
        foreach (var (contract, period) in loaded.SelectMany(account => Due(settings, account.State)))
        {
            var from = period.From.PlusDays(-1);
            var until = period.Until.PlusDays(1);
            var opening = contract.Positions.IsEmpty
                ? period.From.PlusDays(-settings.Cycle.ReadWindowDays)
                : contract.Positions.Min(position => position.On);
            var readsUntil = period.Until.PlusDays(settings.Cycle.ReadWindowDays + 1);
            if (queries.TryGetValue(contract.ServicePointId, out var other))
            {
                (from, until) = (LocalDate.Min(from, other.From), LocalDate.Max(until, other.Until));
                opening = LocalDate.Min(opening, other.ReadsFrom);
                readsUntil = LocalDate.Max(readsUntil, other.ReadsUntil);
            }
            queries[contract.ServicePointId] = new(contract.ServicePointId, from, until, opening, readsUntil);
        }
        return queries;
    }

    private static List<string> ServicePointIds(RunSettings settings, IReadOnlyList<LoadedAccount> loaded) =>
        [.. loaded.SelectMany(account => Due(settings, account.State))
            .Select(pair => pair.Contract.ServicePointId)
            .Distinct(StringComparer.Ordinal)];

    private static HashSet<string> TariffIds(RunSettings settings, IReadOnlyList<LoadedAccount> loaded) =>
        loaded.SelectMany(account => Due(settings, account.State))
            .SelectMany(pair => pair.Contract.Tariffs)
            .Select(assigned => assigned.TariffId)
            .ToHashSet(StringComparer.Ordinal);

    private static ImmutableArray<(Contract Contract, Period Period)> Due(RunSettings settings, Account account) =>
        CycleCalculation.DueContracts(account, settings.WithoutContracts);
}
