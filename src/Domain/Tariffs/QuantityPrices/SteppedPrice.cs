using System.Collections.Immutable;

namespace BillingActors.Domain.Tariffs.QuantityPrices;

/// <summary>
/// A price in steps of the quantity of a period; its limits are cut by days only for events, where a setting says so.
/// </summary>
/// <param name="Mode">Graduated, volume or stairstep.</param>
/// <param name="Limit">The step of a quantity exactly at a limit; null: as the setting tier-limit says.</param>
/// <param name="Steps">The steps in rising order; the last has no limit.</param>
public sealed record SteppedPrice(StepMode Mode, TierLimit? Limit, ImmutableArray<PriceStep> Steps) : PriceModel;
