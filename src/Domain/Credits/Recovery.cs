namespace BillingActors.Domain.Credits;

/// <summary>What came back of a write-off at once.</summary>
/// <param name="Id">Id of the recovery.</param>
/// <param name="AmountMinor">How much of the claims stands again.</param>
public sealed record Recovery(string Id, long AmountMinor);
