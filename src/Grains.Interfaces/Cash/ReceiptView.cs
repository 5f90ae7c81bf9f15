using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Cash;

/// <summary>Money that came in, what it paid, and what is left of it.</summary>
/// <param name="ReceiptId">Receipt.</param>
/// <param name="Source">Where its id was given.</param>
/// <param name="Method">How it came.</param>
/// <param name="State">booked, reversed, debit-memo or charged-back.</param>
/// <param name="AmountMinor">How much came.</param>
/// <param name="UnappliedMinor">What of it is free.</param>
/// <param name="RefundedMinor">What of it was paid out again, or is about to be.</param>
/// <param name="ValueOn">From when it counts as paid.</param>
/// <param name="BookedOn">When it was booked.</param>
/// <param name="Reference">What the payer wrote.</param>
/// <param name="IsOnAccount">Whether the rest stays on account.</param>
/// <param name="ReasonCode">Why it went back.</param>
/// <param name="Applications">What it was set against.</param>
/// <param name="TransferredMinor">What of it went to another account, or is about to.</param>
/// <param name="ChargedBackMinor">What of it was charged back in parts that were not won.</param>
/// <param name="Chargebacks">These parts, and those that were won.</param>
[GenerateSerializer, Immutable, Alias("receipt-view")]
public sealed record ReceiptView(
    [property: Id(0)] string ReceiptId,
    [property: Id(1)] string Source,
    [property: Id(2)] string Method,
    [property: Id(3)] string State,
    [property: Id(4)] long AmountMinor,
    [property: Id(5)] long UnappliedMinor,
    [property: Id(6)] long RefundedMinor,
    [property: Id(7)] DateOnly ValueOn,
    [property: Id(8)] DateOnly BookedOn,
    [property: Id(9)] string? Reference,
    [property: Id(10)] bool IsOnAccount,
    [property: Id(11)] string? ReasonCode,
    [property: Id(12)] ImmutableArray<ApplicationView> Applications,
    [property: Id(13)] long TransferredMinor = 0,
    [property: Id(14)] long ChargedBackMinor = 0,
    [property: Id(15)] ImmutableArray<ChargebackView>? Chargebacks = null);
