using NodaTime;

namespace BillingActors.Domain.Tariffs.Demands;

/// <summary>The demand in an earlier event, given by hand.</summary>
/// <param name="Charge">Code of the charge; null: of all.</param>
/// <param name="Day">Local day of the event.</param>
/// <param name="FromMinute">Its first local minute, 0 to 1,439.</param>
/// <param name="Quantity">The demand in the unit of the charge.</param>
public sealed record PriorEvent(string? Charge, LocalDate Day, int FromMinute, decimal Quantity);
