namespace BillingActors.Grains.Interfaces.Cash;

/// <summary>Takes a part of a card payment back; needs a reason.</summary>
/// <param name="ChargebackId">The case; unique in its receipt.</param>
/// <param name="AmountMinor">How much; at most what was not charged back of the receipt yet.</param>
/// <param name="ReasonCode">Why, as the card holder's bank calls it.</param>
[GenerateSerializer, Immutable, Alias("payment-chargeback")]
public sealed record PaymentChargeback(
    [property: Id(0)] string ChargebackId, [property: Id(1)] long AmountMinor, [property: Id(2)] string ReasonCode);
