using System.Collections.Immutable;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Tariffs;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Charging;

/// <summary>What rating a batch looks at beside the account itself.</summary>
/// <param name="Zone">Time zone of the legal entity, where a tariff names none.</param>
/// <param name="Cycle">The bill cycle of the account.</param>
/// <param name="Tariffs">Known tariffs of its contracts.</param>
public sealed record UsageContext(DateTimeZone Zone, BillCycle Cycle, ImmutableArray<Tariff> Tariffs)
{
    /// <summary>Keys that are kept apart, for the periods that late records ask for.</summary>
    public ImmutableDictionary<(string ContractId, Period Period), ReadOnlyMemory<byte>> StoredIds { get; init; } =
        ImmutableDictionary<(string ContractId, Period Period), ReadOnlyMemory<byte>>.Empty;

    /// <summary>The tariff with the id, or null.</summary>
    internal Tariff? Tariff(string id) => Tariffs.FirstOrDefault(tariff => tariff.Id == id);
}
