namespace BillingActors.Domain.Collections;

/// <summary>What an agency kept of something it collected.</summary>
/// <param name="Id">Id of the commission.</param>
/// <param name="CollectedMinor">What it was taken of.</param>
public sealed record BookedCommission(string Id, long CollectedMinor);
