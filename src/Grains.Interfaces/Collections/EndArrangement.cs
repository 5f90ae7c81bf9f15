namespace BillingActors.Grains.Interfaces.Collections;

/// <summary>Ends a promise, plan, placement or order by hand.</summary>
/// <param name="Id">Which one.</param>
/// <param name="End">"cancelled"; for a placement "recalled" or "returned"; for an order also "done".</param>
/// <param name="On">Day.</param>
[GenerateSerializer, Immutable, Alias("end-arrangement")]
public sealed record EndArrangement(
    [property: Id(0)] string Id,
    [property: Id(1)] string End,
    [property: Id(2)] DateOnly On);
