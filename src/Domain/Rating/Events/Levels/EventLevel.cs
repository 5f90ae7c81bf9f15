namespace BillingActors.Domain.Rating.Events.Levels;

/// <summary>What a level was when the period began.</summary>
/// <param name="Quantity">How much; for values, how many.</param>
/// <param name="Values">The values that were there; others are added while the period is rated.</param>
internal sealed record EventLevel(decimal Quantity, ActiveValues Values);
