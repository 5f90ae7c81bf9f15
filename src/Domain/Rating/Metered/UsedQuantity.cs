namespace BillingActors.Domain.Rating.Metered;

/// <summary>An exact quantity with its origin.</summary>
/// <param name="ByPeriod">By index of the calendar's period; without a calendar one alone.</param>
/// <param name="Source">Where it comes from.</param>
internal readonly record struct UsedQuantity(decimal[] ByPeriod, LineSource Source);
