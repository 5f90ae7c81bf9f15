namespace BillingActors.Grains.Interfaces.Cash;

/// <summary>A part of a receipt that was charged back.</summary>
/// <param name="ChargebackId">The case.</param>
/// <param name="AmountMinor">How much.</param>
/// <param name="ReasonCode">Why.</param>
/// <param name="On">When.</param>
/// <param name="IsWon">Whether the money is back.</param>
[GenerateSerializer, Immutable, Alias("chargeback-view")]
public sealed record ChargebackView(
    [property: Id(0)] string ChargebackId,
    [property: Id(1)] long AmountMinor,
    [property: Id(2)] string ReasonCode,
    [property: Id(3)] DateOnly On,
    [property: Id(4)] bool IsWon);
