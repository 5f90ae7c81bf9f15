using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Charging;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.MasterData;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Charging;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Grains.Charging;

/// <summary>
/// Reads what rating records looks at. Master data is kept for a moment: thousands of batches a second ask for the
/// same, and the bill reads it anew.
/// </summary>
internal sealed class UsageReading(MasterCatalogue catalogue, IUsageStore store)
{
    private const int KeptCountMax = 10_000;

    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, (UsageContext? Given, long At)> _kept = new(StringComparer.Ordinal);

    /// <summary>
    /// Decides by what is kept, and once more by what is stored now where a record would be set aside: a price that was
    /// published a moment ago counts. Fresh asks for what is stored at once.
    /// </summary>
    public async Task<UsageOutcome> Decide(
        LoadedAccount loaded,
        UsageBatch batch,
        bool isFresh,
        Func<UsageContext, UsageOutcome> decide,
        CancellationToken cancellation)
    {
        var outcome = await Once(isFresh);
        return isFresh || outcome.Troubles.IsEmpty ? outcome : await Once(fresh: true);

        async Task<UsageOutcome> Once(bool fresh) => await Read(loaded, batch, fresh, cancellation) is { } given
            ? decide(given)
            : new UsageOutcome(Refusals.AccountUnknown, [], [], []);
    }

    // Null where the legal entity or the bill cycle is gone.
    private async Task<UsageContext?> Read(
        LoadedAccount loaded, UsageBatch batch, bool isFresh, CancellationToken cancellation)
    {
        if (await Master(loaded, isFresh, cancellation) is not { } given)
            return null;
        var ids = ImmutableDictionary.CreateBuilder<(string ContractId, Period Period), ReadOnlyMemory<byte>>();
        foreach (var asked in UsageRating.StoredIdsFor(loaded.State, batch, given))
            ids[asked] = await store.Keys(loaded.Key, asked.ContractId, asked.Period, cancellation);
        return given with { StoredIds = ids.ToImmutable() };
    }

    private async Task<UsageContext?> Master(LoadedAccount loaded, bool isFresh, CancellationToken cancellation)
    {
        var ids = loaded.State.Contracts.SelectMany(static contract => contract.Tariffs)
            .Select(static assigned => assigned.TariffId)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        var (entityId, _) = AccountKey.Split(loaded.Key);
        var name = string.Join('\n', ids.Prepend(loaded.State.CycleId).Prepend(entityId));
        if (!isFresh && _kept.TryGetValue(name, out var kept) && Stopwatch.GetElapsedTime(kept.At) < KeptFor)
            return kept.Given;
        if (_kept.Count > KeptCountMax)
            _kept.Clear();
        var at = Stopwatch.GetTimestamp();
        var given = await Master(entityId, loaded.State.CycleId, ids, cancellation);
        _kept[name] = (given, at);
        return given;
    }

    private async Task<UsageContext?> Master(
        string entityId, string cycleId, List<string> tariffIds, CancellationToken cancellation)
    {
        if (await catalogue.Entity(entityId, cancellation) is not { } entity
            || await catalogue.Cycle(cycleId, cancellation) is not { } cycle)
        {
            return null;
        }
        var tariffs = await catalogue.Tariffs(tariffIds, cancellation);
        return new UsageContext(entity.Zone, cycle, [.. tariffs.Values.Select(static known => known.Tariff)]);
    }
}
