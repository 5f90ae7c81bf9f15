using NodaTime;

namespace BillingActors.Domain.Tariffs.Demands;

/// <summary>The highest demand of an earlier month, given by hand.</summary>
/// <param name="Charge">Code of the charge; null: of all.</param>
/// <param name="Month">The month.</param>
/// <param name="TimeOfUse">Its time-of-use period; null: of all hours.</param>
/// <param name="Quantity">The demand in the unit of the charge.</param>
public sealed record PriorPeak(string? Charge, YearMonth Month, string? TimeOfUse, decimal Quantity);
