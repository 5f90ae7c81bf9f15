using System.Collections.Immutable;
using BillingActors.Domain.Charging;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tariffs;

namespace BillingActors.Domain.Invoicing;

/// <summary>What a contract brings to a closing: what was metered, and the tariffs it is on.</summary>
/// <param name="ContractId">The contract.</param>
/// <param name="Usage">What was metered; null when the service point is not known.</param>
/// <param name="Tariffs">Known tariffs it is on in the period; a missing one holds the account.</param>
public sealed record ContractInputs(string ContractId, ContractUsage? Usage, ImmutableArray<Tariff> Tariffs)
{
    /// <summary>Records that were rated when they came: those of its days, and all of periods with late ones.</summary>
    public ImmutableArray<UsageKept> Records { get; init; } = [];

    /// <summary>The tariff with the id, or null when it is not known.</summary>
    public Tariff? Tariff(string tariffId) => Tariffs.FirstOrDefault(tariff => tariff.Id == tariffId);
}
