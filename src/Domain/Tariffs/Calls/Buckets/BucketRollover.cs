namespace BillingActors.Domain.Tariffs.Calls.Buckets;

/// <summary>What of an allowance may be used later.</summary>
/// <param name="Spans">For how many further spans, at least 1.</param>
/// <param name="Most">Most that may be carried over in all; null: no limit.</param>
public sealed record BucketRollover(int Spans, decimal? Most);
