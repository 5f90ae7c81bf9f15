namespace BillingActors.Domain.BillRuns;

/// <summary>What a run has issued, as the documents and the journal say.</summary>
/// <param name="InvoiceCount">Invoices with the run's id.</param>
/// <param name="NetMinor">Their net.</param>
/// <param name="TaxMinor">Their tax.</param>
/// <param name="ReceivablesMinor">
/// Postings to receivables, or to what stands in for them: a budget plan, a parent.
/// </param>
/// <param name="RevenueMinor">Postings to revenue, sign turned.</param>
/// <param name="TaxPostedMinor">Postings to tax, sign turned.</param>
public sealed record IssuedSums(
    long InvoiceCount, long NetMinor, long TaxMinor, long ReceivablesMinor, long RevenueMinor, long TaxPostedMinor);
