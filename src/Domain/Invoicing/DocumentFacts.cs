using BillingActors.Domain.Accounts;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Invoicing;

/// <summary>What both a document and the event that issues it say, and must say alike.</summary>
/// <param name="Id">The document.</param>
/// <param name="RunId">Bill run, or null.</param>
/// <param name="CorrectsId">The invoice a credit memo corrects; null for an invoice.</param>
/// <param name="Period">The days it is for.</param>
/// <param name="IssuedOn">Document date.</param>
/// <param name="DueOn">Due date.</param>
/// <param name="NetMinor">Net; negative where it takes off.</param>
/// <param name="TaxMinor">Tax; negative where it takes off.</param>
public sealed record DocumentFacts(
    string Id,
    string? RunId,
    string? CorrectsId,
    Period Period,
    LocalDate IssuedOn,
    LocalDate DueOn,
    long NetMinor,
    long TaxMinor)
{
    /// <summary>What an event says of the document it issues; null where it issues none.</summary>
    public static DocumentFacts? Of(AccountEvent happened) => happened switch
    {
        AccountEvent.InvoiceIssued e => new(
            e.InvoiceId, e.RunId, null, e.Period, e.IssuedOn, e.DueOn, e.NetMinor, e.TaxMinor),
        AccountEvent.CreditMemoIssued e => new(
            e.MemoId, null, e.InvoiceId, e.Period, e.IssuedOn, e.IssuedOn, -e.NetMinor, -e.TaxMinor),
        _ => null,
    };

    /// <summary>What a document says of itself.</summary>
    public static DocumentFacts Of(Invoice document) => new(
        document.InvoiceId,
        document.RunId,
        document.Corrects?.InvoiceId,
        document.Period,
        document.IssuedOn,
        document.DueOn,
        document.Net.Minor,
        document.Tax.Minor);
}
