namespace BillingActors.Domain.Credits;

/// <summary>An adjustment that was made, so that its id is not used twice.</summary>
/// <param name="Id">Id of the adjustment.</param>
/// <param name="ItemId">Item it lowered.</param>
/// <param name="AmountMinor">By how much, in minor units.</param>
public sealed record Adjustment(string Id, string ItemId, long AmountMinor);
