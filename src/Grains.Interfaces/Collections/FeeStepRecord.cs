namespace BillingActors.Grains.Interfaces.Collections;

/// <summary>What is charged of amounts from a limit on, up to the next step.</summary>
/// <param name="FromMinor">From this amount on, in minor units.</param>
/// <param name="FeeMinor">Fixed, in minor units.</param>
/// <param name="FeePercent">In percent of the whole amount, on top.</param>
[GenerateSerializer, Immutable, Alias("fee-step-record")]
public sealed record FeeStepRecord(
    [property: Id(0)] long FromMinor,
    [property: Id(1)] long FeeMinor = 0,
    [property: Id(2)] decimal FeePercent = 0m);
