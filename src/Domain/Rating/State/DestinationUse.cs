namespace BillingActors.Domain.Rating.State;

/// <summary>What a session used at a destination that it may come back to.</summary>
/// <param name="Destination">Name of the destination.</param>
/// <param name="Quantity">Seconds, bytes or count, in all records for it.</param>
public sealed record DestinationUse(string Destination, decimal Quantity);
