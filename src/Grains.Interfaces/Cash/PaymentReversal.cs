namespace BillingActors.Grains.Interfaces.Cash;

/// <summary>Takes a whole receipt back; needs a reason.</summary>
/// <param name="Kind">
/// reversed: its items are open again; debit-memo: they stay paid and a new item stands in; charged-back: a card's bank
/// took it back.
/// </param>
/// <param name="ReasonCode">The bank's code, such as AM04 or R01, or entry-error, wrong-account, duplicate.</param>
[GenerateSerializer, Immutable, Alias("payment-reversal")]
public sealed record PaymentReversal([property: Id(0)] string Kind, [property: Id(1)] string ReasonCode);
