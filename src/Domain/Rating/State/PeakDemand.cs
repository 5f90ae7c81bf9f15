using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.State;

/// <summary>The highest demand of a bill period, or that of an event in it, kept for charges that look back.</summary>
/// <param name="Charge">Code of the demand charge.</param>
/// <param name="Period">The bill period.</param>
/// <param name="TimeOfUse">Its time-of-use period; null for the whole.</param>
/// <param name="Quantity">The measured demand, in the unit of the charge.</param>
public sealed record PeakDemand(string Charge, Period Period, string? TimeOfUse, decimal Quantity)
{
    /// <summary>
    /// When the event began whose demand it is, for charges that look back at events; null: the highest of the period.
    /// </summary>
    public Instant? EventAt { get; init; }
}
