namespace BillingActors.Grains.Interfaces.Collections;

/// <summary>Waives a fee or interest; needs a reason.</summary>
/// <param name="WaiverId">Waiver.</param>
/// <param name="ItemId">Open item.</param>
/// <param name="On">Day.</param>
/// <param name="AmountMinor">How much; all that is open where it is left out.</param>
[GenerateSerializer, Immutable, Alias("waive-charge")]
public sealed record WaiveCharge(
    [property: Id(0)] string WaiverId,
    [property: Id(1)] string ItemId,
    [property: Id(2)] DateOnly On,
    [property: Id(3)] long? AmountMinor = null);
