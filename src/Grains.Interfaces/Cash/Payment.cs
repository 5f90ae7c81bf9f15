using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace BillingActors.Grains.Interfaces.Cash;

/// <summary>Money that came in for an account.</summary>
/// <param name="ReceiptId">Receipt; the same id is the same money.</param>
/// <param name="Source">Where the id was given: a bank, a provider, a till.</param>
/// <param name="Method">cash, cheque, card, ach, wire, direct-debit, lockbox or agency.</param>
/// <param name="AmountMinor">How much, in minor units; more than nothing.</param>
/// <param name="Currency">ISO 4217 code; the account's.</param>
/// <param name="ValueOn">From when it counts as paid.</param>
/// <param name="Reference">What the payer wrote, at most 140 characters; never a card number.</param>
/// <param name="BatchId">The batch it came with.</param>
/// <param name="CardToken">The card processor's token, of a card payment and no other.</param>
/// <param name="RetryOf">The receipt that came back and was drawn once more with this one.</param>
/// <param name="IsOnAccount">Whether what the payer does not name stays on account.</param>
/// <param name="Items">What the payer wants paid with it, in that order; none for the rules.</param>
/// <param name="Allocation">
/// How it finds what it pays: rules, oldest-first, by-reference or pro-rata; null for the rules.
/// </param>
[GenerateSerializer, Immutable, Alias("payment")]
public sealed record Payment(
    [property: Id(0)] string ReceiptId,
    [property: Id(1)] string Source,
    [property: Id(2)] string Method,
    [property: Id(3)] long AmountMinor,
    [property: Id(4)] string Currency,
    [property: Id(5)] DateOnly ValueOn,
    [property: Id(6)] string? Reference = null,
    [property: Id(7)] string? BatchId = null,
    [property: Id(8)] string? CardToken = null,
    [property: Id(9)] string? RetryOf = null,
    [property: Id(10)] bool IsOnAccount = false,
    [property: Id(11)] ImmutableArray<PaidItem>? Items = null,
    [property: Id(12), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Allocation = null);
