using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.BillRuns;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Grains.BillRuns;

/// <summary>What a plan comes to once entity, cycle and accounts are looked up.</summary>
internal sealed record RunSetup(
    LegalEntity Entity, Period Period, ImmutableArray<RunPartition> Partitions, long CandidateCount);
