using System.Collections.Immutable;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.MasterData;
using BillingActors.Storage.Accounts;
using NodaTime;

namespace BillingActors.Grains.Mediation;

/// <summary>
/// Finds who is charged for calls: the account that a record names, or the contract that has its service point on the
/// day of the call, in the time zone of its legal entity.
/// </summary>
internal sealed class ChargedParties(IAccountStore accounts, MasterCatalogue catalogue)
{
    /// <summary>Who is charged for each of the records, in their order; null where nobody is.</summary>
    public async Task<ImmutableArray<ChargedParty?>> Find(
        IReadOnlyList<CallEntry> entries, CancellationToken cancellation)
    {
        var known = await Accounts(entries, cancellation);
        var points = entries.Select(static entry => entry.Party)
            .Where(static party => !party.Contains('/', StringComparison.Ordinal))
            .ToHashSet(StringComparer.Ordinal);
        var occupied = points.Count == 0 ? [] : await accounts.ReadOccupied(points, cancellation);
        var zones = await Zones(occupied, cancellation);
        var byPoint = occupied.ToLookup(static one => one.ServicePointId, StringComparer.Ordinal);
        return [.. entries.Select(entry => Named(entry.Party) is { } named
            ? known.Contains(named.AccountKey) ? named : null
            : OnDay(entry, byPoint[entry.Party], zones))];
    }

    private static ChargedParty? Named(string party) => party.Split('/') switch
    {
        [var entity, var account] => new ChargedParty(AccountKey.Of(entity, account), null),
        [var entity, var account, var contract] => new ChargedParty(AccountKey.Of(entity, account), contract),
        _ => null,
    };

    private static ChargedParty? OnDay(
        CallEntry entry, IEnumerable<Occupancy> candidates, Dictionary<string, DateTimeZone> zones)
    {
        foreach (var one in candidates)
        {
            if (!zones.TryGetValue(AccountKey.Split(one.AccountKey).EntityId, out var zone))
                continue;
            var day = Instant.FromDateTimeOffset(entry.Usage.At).InZone(zone).Date;
            if (one.From <= day && (one.Until is not { } until || day < until))
                return new ChargedParty(one.AccountKey, one.ContractId);
        }
        return null;
    }

    private async Task<HashSet<string>> Accounts(IReadOnlyList<CallEntry> entries, CancellationToken cancellation)
    {
        List<string> keys =
        [
            .. entries.Select(static entry => Named(entry.Party)?.AccountKey).OfType<string>()
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        if (keys.Count == 0)
            return [];
        return (await accounts.LoadMany(keys, cancellation)).Where(static loaded => loaded.Version > 0)
            .Select(static loaded => loaded.Key)
            .ToHashSet(StringComparer.Ordinal);
    }

    private async Task<Dictionary<string, DateTimeZone>> Zones(
        IReadOnlyList<Occupancy> occupied, CancellationToken cancellation)
    {
        var zones = new Dictionary<string, DateTimeZone>(StringComparer.Ordinal);
        var entityIds = occupied.Select(static one => AccountKey.Split(one.AccountKey).EntityId);
        foreach (var entityId in entityIds.Distinct(StringComparer.Ordinal))
        {
            if (await catalogue.Entity(entityId, cancellation) is { } entity)
                zones[entityId] = entity.Zone;
        }
        return zones;
    }
}
