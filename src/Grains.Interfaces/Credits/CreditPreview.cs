using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Credits;

/// <summary>What is left of an invoice and what a credit memo would take of it; nothing is stored.</summary>
/// <param name="Lines">All lines of the invoice, in order.</param>
/// <param name="Taxes">What it would take of each tax; none where it is refused.</param>
/// <param name="NetMinor">Net of the memo, in minor units; 0 where it is refused.</param>
/// <param name="TaxMinor">Its taxes.</param>
/// <param name="MostMinor">The most a memo may come to, with taxes.</param>
/// <param name="BalanceMinor">What the account would owe afterwards.</param>
/// <param name="RefusedAs">Code of the refusal; absent where it would be issued.</param>
/// <param name="RefusedWhy">The refusal in words.</param>
[GenerateSerializer, Immutable, Alias("credit-preview")]
public sealed record CreditPreview(
    [property: Id(0)] ImmutableArray<CreditPreviewLine> Lines,
    [property: Id(1)] ImmutableArray<CreditPreviewTax> Taxes,
    [property: Id(2)] long NetMinor,
    [property: Id(3)] long TaxMinor,
    [property: Id(4)] long MostMinor,
    [property: Id(5)] long BalanceMinor,
    [property: Id(6)] string? RefusedAs = null,
    [property: Id(7)] string? RefusedWhy = null);
