namespace BillingActors.Grains.Interfaces.Cash;

/// <summary>Money that goes back or went back.</summary>
/// <param name="RefundId">Refund.</param>
/// <param name="State">requested, approved, rejected, paid, returned or reclaimed.</param>
/// <param name="AmountMinor">How much.</param>
/// <param name="Method">How it is paid out.</param>
/// <param name="ReceiptId">The receipt whose rest goes back.</param>
/// <param name="CreditItemId">The credit that goes back.</param>
/// <param name="Payee">Another payee than the original payer.</param>
/// <param name="MakerId">Who asked.</param>
[GenerateSerializer, Immutable, Alias("refund-view")]
public sealed record RefundView(
    [property: Id(0)] string RefundId,
    [property: Id(1)] string State,
    [property: Id(2)] long AmountMinor,
    [property: Id(3)] string Method,
    [property: Id(4)] string? ReceiptId,
    [property: Id(5)] string? CreditItemId,
    [property: Id(6)] string? Payee,
    [property: Id(7)] string MakerId);
