using System.Collections.Immutable;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Credits;

/// <summary>What is left of an invoice and what a credit memo would take of it; nothing is decided.</summary>
/// <param name="Lines">All lines of the invoice, in order.</param>
/// <param name="Taxes">What it would take of each tax, at the rates of the invoice; none where it is refused.</param>
/// <param name="MostMinor">The most a memo may come to, with taxes, in minor units.</param>
/// <param name="Refusal">Why it would be refused as the account stands; null where it would not.</param>
public sealed record CreditQuote(
    ImmutableArray<QuotedLine> Lines, ImmutableArray<TaxShare> Taxes, long MostMinor, Refusal? Refusal)
{
    /// <summary>Net of the memo.</summary>
    public long NetMinor => Lines.Sum(line => line.NetMinor);

    /// <summary>Taxes of the memo.</summary>
    public long TaxMinor => Lines.Sum(line => line.TaxMinor);
}
