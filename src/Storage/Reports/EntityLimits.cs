using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.MasterData;

namespace BillingActors.Storage.Reports;

/// <summary>What roles may move alone at a legal entity.</summary>
/// <param name="EntityId">Legal entity.</param>
/// <param name="Name">Its name.</param>
/// <param name="Currency">Currency of the limits.</param>
/// <param name="Version">Version of its record.</param>
/// <param name="ChangedBy">Who made that version.</param>
/// <param name="Limits">The limits, the house's defaults where the record names none.</param>
/// <param name="Delegations">Who decides in whose place.</param>
public sealed record EntityLimits(
    string EntityId,
    string Name,
    string Currency,
    long Version,
    string ChangedBy,
    ImmutableArray<ApprovalLimitRecord> Limits,
    ImmutableArray<DelegationRecord> Delegations);
