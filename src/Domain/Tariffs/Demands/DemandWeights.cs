using System.Collections.Immutable;

namespace BillingActors.Domain.Tariffs.Demands;

/// <summary>How much the windows of some hours count, such as nights by half.</summary>
/// <param name="Calendar">Id of the calendar whose periods say which hours.</param>
/// <param name="Periods">Its periods that do not count whole.</param>
public sealed record DemandWeights(string Calendar, ImmutableArray<PeriodWeight> Periods);
