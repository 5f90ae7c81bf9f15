namespace BillingActors.Grains.Interfaces.Cash;

/// <summary>Asks that money goes back: what is left of a receipt, or a credit; needs a reason.</summary>
/// <param name="RefundId">Refund; unique in its account.</param>
/// <param name="AmountMinor">How much, in minor units.</param>
/// <param name="ReceiptId">The receipt whose rest goes back; or else a credit item.</param>
/// <param name="CreditItem">The credit that goes back, by id or number; or else a receipt.</param>
/// <param name="Method">How it is paid out; null for the way it came.</param>
/// <param name="Payee">Another payee than the original payer, by id: then a second person agrees first.</param>
[GenerateSerializer, Immutable, Alias("refund-request")]
public sealed record RefundRequest(
    [property: Id(0)] string RefundId,
    [property: Id(1)] long AmountMinor,
    [property: Id(2)] string? ReceiptId = null,
    [property: Id(3)] string? CreditItem = null,
    [property: Id(4)] string? Method = null,
    [property: Id(5)] string? Payee = null);
