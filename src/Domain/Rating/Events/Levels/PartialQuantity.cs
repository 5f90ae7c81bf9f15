namespace BillingActors.Domain.Rating.Events.Levels;

/// <summary>What an event adds or takes away, and how much of it counts for the days it is there.</summary>
/// <param name="Whole">All of it, by which steps are reached.</param>
/// <param name="Counted">What is billed of it.</param>
internal readonly record struct PartialQuantity(decimal Whole, decimal Counted);
