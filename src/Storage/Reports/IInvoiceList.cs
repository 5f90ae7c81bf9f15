using System.Collections.Immutable;

namespace BillingActors.Storage.Reports;

/// <summary>Invoices and credit memos across accounts, by their day, in pages that are cut by key.</summary>
public interface IInvoiceList
{
    /// <summary>The documents behind a place, at most so many; from the first one on without a place.</summary>
    Task<ImmutableArray<InvoiceLine>> Read(
        EntityScope scope, InvoiceFilter filter, InvoicePlace? after, int countMax, CancellationToken cancellation);
}
