namespace BillingActors.Grains.Interfaces.Disputes;

/// <summary>Why a customer may dispute.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Name.</param>
/// <param name="ReviewDays">Days its review may take.</param>
[GenerateSerializer, Immutable, Alias("dispute-reason-record")]
public sealed record DisputeReasonRecord(
    [property: Id(0)] string Code,
    [property: Id(1)] string Name,
    [property: Id(2)] int ReviewDays);
