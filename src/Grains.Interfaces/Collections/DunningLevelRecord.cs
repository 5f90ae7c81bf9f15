using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Collections;

/// <summary>A step of dunning.</summary>
/// <param name="Letter">Which letter, such as "reminder".</param>
/// <param name="WaitDays">Days since the letter before; at the first since the grace ended.</param>
/// <param name="PayWithinDays">Days the letter gives.</param>
/// <param name="MinimumMinor">Below this the level is not reached.</param>
/// <param name="FeeMinor">Fixed fee.</param>
/// <param name="FeePercent">Fee in percent of what the letter asks for, on top.</param>
/// <param name="FeeMinorMax">The most the fee comes to; 0: no limit.</param>
/// <param name="FeeSteps">Fees by what the letter asks for, rising by limit; on top of the others.</param>
[GenerateSerializer, Immutable, Alias("dunning-level-record")]
public sealed record DunningLevelRecord(
    [property: Id(0)] string Letter,
    [property: Id(1)] int WaitDays,
    [property: Id(2)] int PayWithinDays,
    [property: Id(3)] long MinimumMinor = 0,
    [property: Id(4)] long FeeMinor = 0,
    [property: Id(5)] decimal FeePercent = 0,
    [property: Id(6)] long FeeMinorMax = 0,
    [property: Id(7)] ImmutableArray<FeeStepRecord>? FeeSteps = null);
