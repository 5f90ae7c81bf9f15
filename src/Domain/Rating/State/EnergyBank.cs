using NodaTime;

namespace BillingActors.Domain.Rating.State;

/// <summary>A credit of net metering that waits to be used.</summary>
/// <param name="Charge">Code of the net-metering charge.</param>
/// <param name="TimeOfUse">Its time-of-use period; null for one bank of all.</param>
/// <param name="Unit">Unit of energy, or the currency for a bank of money.</param>
/// <param name="Quantity">What is left, never negative.</param>
/// <param name="Since">First day of the bill period it comes from, for expiry and true-up.</param>
public sealed record EnergyBank(string Charge, string? TimeOfUse, string Unit, decimal Quantity, LocalDate Since);
