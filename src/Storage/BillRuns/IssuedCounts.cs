namespace BillingActors.Storage.BillRuns;

/// <summary>What a run has issued, from three places that must agree.</summary>
/// <param name="InvoiceCount">Invoices with the run's id.</param>
/// <param name="NetMinor">Their net.</param>
/// <param name="TaxMinor">Their tax.</param>
/// <param name="ReceivablesMinor">
/// Postings of the events that issued them to receivables, or to what stands in for them: a budget plan, a parent.
/// </param>
/// <param name="RevenueMinor">Postings to revenue, sign turned.</param>
/// <param name="TaxPostedMinor">Postings to tax, sign turned.</param>
/// <param name="DraftCount">Drafts marked issued.</param>
public sealed record IssuedCounts(
    long InvoiceCount,
    long NetMinor,
    long TaxMinor,
    long ReceivablesMinor,
    long RevenueMinor,
    long TaxPostedMinor,
    long DraftCount);
