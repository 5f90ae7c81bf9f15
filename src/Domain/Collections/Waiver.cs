namespace BillingActors.Domain.Collections;

/// <summary>An amount of a fee or of interest that was given up.</summary>
public sealed record Waiver(string Id, long AmountMinor);
