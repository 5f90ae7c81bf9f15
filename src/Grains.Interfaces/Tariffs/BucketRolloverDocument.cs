namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>What of an allowance may be used later.</summary>
/// <param name="Spans">For how many further spans.</param>
/// <param name="Most">Most that is carried over in all; absent: no limit.</param>
[GenerateSerializer, Immutable, Alias("tariff-bucket-rollover")]
public sealed record BucketRolloverDocument([property: Id(0)] int Spans, [property: Id(1)] decimal? Most = null);
