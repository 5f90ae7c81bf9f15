using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>A block of hours of use; it has a price, or tiers of units with prices.</summary>
/// <param name="Price">Price of a unit in this block; absent where it has tiers.</param>
/// <param name="UpTo">Upper limit in units per unit of demand, counted from zero; absent for the last block.</param>
/// <param name="Steps">Tiers of units in this block, whose limits are counted from zero over all blocks.</param>
[GenerateSerializer, Immutable, Alias("tariff-hours-use-step")]
public sealed record HoursUseStepDocument(
    [property: Id(0)] decimal? Price = null,
    [property: Id(1)] decimal? UpTo = null,
    [property: Id(2)] ImmutableArray<TierDocument>? Steps = null);
