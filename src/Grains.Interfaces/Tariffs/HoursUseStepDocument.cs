using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>A block of hours of use; it has a price, or tiers of units with prices.</summary>
/// <param name="Price">Price of a unit in this block; absent where it has tiers.</param>
/// <param name="UpTo">Upper limit in units per unit of demand, counted from zero; absent for the last block.</param>
/// <param name="Steps">Tiers of units in this block.</param>
/// <param name="Width">In place of a limit: units per unit of demand from the end of the block before on.</param>
/// <param name="Plus">Units on top, as in "3,000 kWh plus 100 kWh per kW"; alone: so many units.</param>
/// <param name="Over">Demand that does not count, as in "100 kWh for each kW over 30".</param>
/// <param name="Least">Least units of the limit or width, with what is on top.</param>
/// <param name="Most">Most units of the limit or width, with what is on top.</param>
/// <param name="StepsFrom">zero (default): limits of its tiers count over all blocks; block: from its start.</param>
[GenerateSerializer, Immutable, Alias("tariff-hours-use-step")]
public sealed record HoursUseStepDocument(
    [property: Id(0)] decimal? Price = null,
    [property: Id(1)] decimal? UpTo = null,
    [property: Id(2)] ImmutableArray<TierDocument>? Steps = null,
    [property: Id(3)] decimal? Width = null,
    [property: Id(4)] decimal? Plus = null,
    [property: Id(5)] decimal? Over = null,
    [property: Id(6)] decimal? Least = null,
    [property: Id(7)] decimal? Most = null,
    [property: Id(8), AllowedValues("zero", "block")] string? StepsFrom = null);
