using BillingActors.Domain.Tariffs;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Metered;

/// <summary>What a charge wants to know of the use.</summary>
/// <param name="Charge">Code of the charge.</param>
/// <param name="Meter">Which channels and registers, and in which unit.</param>
/// <param name="Days">The days that count.</param>
/// <param name="Calendar">Splits the use by its periods; null: one quantity.</param>
internal readonly record struct QuantityNeed(
    string Charge, MeterSelection Meter, Period Days, TimeOfUseCalendar? Calendar);
