namespace BillingActors.Grains.Interfaces.Collections;

/// <summary>A part of a plan.</summary>
/// <param name="DueOn">Day.</param>
/// <param name="AmountMinor">Amount.</param>
[GenerateSerializer, Immutable, Alias("instalment-view")]
public sealed record InstalmentView(
    [property: Id(0)] DateOnly DueOn,
    [property: Id(1)] long AmountMinor);
