using BillingActors.Domain.Tariffs;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Metered;

/// <summary>What a demand charge wants to know.</summary>
/// <param name="Charge">The charge with its window.</param>
/// <param name="Days">The days that count.</param>
/// <param name="Calendar">Gives the highest of each of its periods; null: of all hours.</param>
internal readonly record struct DemandNeed(Charge.Demand Charge, Period Days, TimeOfUseCalendar? Calendar);
