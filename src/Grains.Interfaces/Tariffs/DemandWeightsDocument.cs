using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>How much the windows of a demand count by their hours, such as nights by half.</summary>
/// <param name="Calendar">Id of the calendar whose periods say which hours.</param>
/// <param name="Periods">Periods with their factors; windows of all others count as they measure.</param>
[GenerateSerializer, Immutable, Alias("tariff-demand-weights")]
public sealed record DemandWeightsDocument(
    [property: Id(0)] string Calendar, [property: Id(1)] ImmutableArray<PeriodWeightDocument> Periods);
