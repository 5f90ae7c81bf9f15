using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace BillingActors.Grains.Interfaces.Cash;

/// <summary>One payment of a batch; its receipt is named by batch and line.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="AccountId">Account it is for; null where nobody knows.</param>
/// <param name="Method">cash, cheque, card, ach, wire, direct-debit, lockbox or agency.</param>
/// <param name="AmountMinor">How much, in minor units; more than nothing.</param>
/// <param name="ValueOn">From when it counts as paid.</param>
/// <param name="Reference">What the payer wrote; never a card number.</param>
/// <param name="CardToken">The card processor's token, of a card payment and no other.</param>
/// <param name="IsOnAccount">Whether what the payer does not name stays on account.</param>
/// <param name="Items">What the payer wants paid with it, in that order; none for the rules.</param>
/// <param name="Allocation">
/// How it finds what it pays: rules, oldest-first, by-reference or pro-rata; null for the rules.
/// </param>
[GenerateSerializer, Immutable, Alias("payment-batch-line")]
public sealed record PaymentBatchLine(
    [property: Id(0)] int Line,
    [property: Id(1)] string? AccountId,
    [property: Id(2)] string Method,
    [property: Id(3)] long AmountMinor,
    [property: Id(4)] DateOnly ValueOn,
    [property: Id(5)] string? Reference = null,
    [property: Id(6)] string? CardToken = null,
    [property: Id(7)] bool IsOnAccount = false,
    [property: Id(8)] ImmutableArray<PaidItem>? Items = null,
    [property: Id(9), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Allocation = null);
