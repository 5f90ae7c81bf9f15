using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.State;

/// <summary>The highest demand of a bill period, kept for ratchets that look back.</summary>
/// <param name="Charge">Code of the demand charge.</param>
/// <param name="Period">The bill period.</param>
/// <param name="TimeOfUse">Its time-of-use period; null for the whole.</param>
/// <param name="Quantity">The measured demand, in the unit of the charge.</param>
public sealed record PeakDemand(string Charge, Period Period, string? TimeOfUse, decimal Quantity);
