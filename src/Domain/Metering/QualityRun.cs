namespace BillingActors.Domain.Metering;

/// <summary>Intervals in a row, counted from 1, that share a quality.</summary>
/// <param name="First">First interval, from 1.</param>
/// <param name="Last">Last interval, inclusive.</param>
/// <param name="Quality">Their quality.</param>
/// <param name="Method">The provider's code of the estimation or substitution method, if any.</param>
/// <param name="Reason">The provider's reason code, if any.</param>
public sealed record QualityRun(int First, int Last, ReadQuality Quality, string? Method = null, string? Reason = null);
