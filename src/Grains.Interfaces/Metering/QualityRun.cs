namespace BillingActors.Grains.Interfaces.Metering;

/// <summary>Intervals in a row, counted from 1, that share a quality.</summary>
/// <param name="First">First interval, from 1.</param>
/// <param name="Last">Last interval, inclusive.</param>
/// <param name="Quality">
/// actual, customer, estimated, substituted, final-substituted, forward-estimate or missing.
/// </param>
/// <param name="Method">The provider's method code, if any.</param>
/// <param name="Reason">The provider's reason code, if any.</param>
[GenerateSerializer, Immutable, Alias("quality-run")]
public sealed record QualityRun(
    [property: Id(0)] int First,
    [property: Id(1)] int Last,
    [property: Id(2)] string Quality,
    [property: Id(3)] string? Method = null,
    [property: Id(4)] string? Reason = null);
