using System.Collections.Immutable;
using BillingActors.Domain.Tax;

namespace BillingActors.Domain.Credits;

/// <summary>A credit memo that was issued, as far as later ones must know it.</summary>
/// <param name="CreditId">Id of the correction.</param>
/// <param name="MemoId">The document.</param>
/// <param name="InvoiceId">The invoice it corrects.</param>
/// <param name="IsCancellation">Whether the invoice was taken back with it.</param>
/// <param name="Lines">What it takes off each line.</param>
/// <param name="LineTaxes">What it takes off each tax of each line.</param>
public sealed record CreditMemo(
    string CreditId,
    string MemoId,
    string InvoiceId,
    bool IsCancellation,
    ImmutableArray<LineCredited> Lines,
    ImmutableArray<LineTax> LineTaxes);
