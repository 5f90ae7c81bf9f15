using BillingActors.Domain.Metering;

namespace BillingActors.Domain.Rating;

/// <summary>The total a contract used in a period, in one unit and direction.</summary>
/// <param name="Unit">Unit, such as "kWh".</param>
/// <param name="Direction">Delivered or received.</param>
/// <param name="Quantity">Exact total.</param>
/// <param name="EstimatedPart">How much of it rests on estimates or substitutes.</param>
public sealed record MeasuredUse(string Unit, Direction Direction, decimal Quantity, decimal EstimatedPart);
