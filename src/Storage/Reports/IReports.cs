using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.Worklists;

namespace BillingActors.Storage.Reports;

/// <summary>
/// Lists and look-ups over the rows written with the events, as wire records. Pages are cut by key: the caller passes
/// the
/// last row's key, and gets at most <c>countMax</c> rows in a fixed order.
/// </summary>
public interface IReports
{
    /// <summary>
    /// Finds accounts by account id, customer id, name, phone, e-mail, service point, meter serial, invoice number,
    /// payment id, an amount that is open, was billed or came in, or what a payer wrote, all of it or its words; exact
    /// ids first, at most 50 hits.
    /// </summary>
    Task<ImmutableArray<SearchHit>> Search(EntityScope scope, string text, CancellationToken cancellation);

    /// <summary>Accounts in order of their key, after a key.</summary>
    Task<ImmutableArray<AccountRow>> Accounts(
        EntityScope scope, string? customerId, string afterKey, int countMax, CancellationToken cancellation);

    /// <summary>Invoices of an account, newest first, before an account version (0: from the newest).</summary>
    Task<ImmutableArray<InvoiceRow>> InvoicesOf(
        string accountKey, long beforeVersion, int countMax, CancellationToken cancellation);

    /// <summary>Invoices of a run in order of account key, after a key.</summary>
    Task<ImmutableArray<InvoiceRow>> InvoicesOfRun(
        string runId, string afterKey, int countMax, CancellationToken cancellation);

    /// <summary>An invoice by its "entity.account.version" id, or by its number; null when there is none.</summary>
    Task<InvoiceView?> Invoice(EntityScope scope, string idOrNumber, CancellationToken cancellation);

    /// <summary>
    /// Newest interval days of a service point between two days, the second exclusive, in order of day and channel.
    /// </summary>
    Task<ImmutableArray<UsageDay>> Usage(
        string servicePointId, DateOnly from, DateOnly until, CancellationToken cancellation);

    /// <summary>Newest register reads of a service point between two days, the second exclusive, in order.</summary>
    Task<ImmutableArray<ReadRow>> Reads(
        string servicePointId, DateOnly from, DateOnly until, CancellationToken cancellation);

    /// <summary>Imports, newest first, before an id (empty: from the newest).</summary>
    Task<ImmutableArray<ImportView>> Imports(string beforeId, int countMax, CancellationToken cancellation);

    /// <summary>
    /// Worklist rows in order of id, after an id; rows without a legal entity only for callers without a limit.
    /// </summary>
    Task<ImmutableArray<WorklistRow>> Worklist(
        EntityScope scope, WorklistFilter filter, long afterId, int countMax, CancellationToken cancellation);

    /// <summary>The last rows of the same list, in its order.</summary>
    Task<ImmutableArray<WorklistRow>> LastOfWorklist(
        EntityScope scope, WorklistFilter filter, int countMax, CancellationToken cancellation);

    /// <summary>
    /// Actions that nobody has decided on and whose last day lies between two, both inclusive, in order of account and
    /// request, after "entity/account/request".
    /// </summary>
    Task<ImmutableArray<ApprovalRow>> Approvals(
        EntityScope scope, (DateOnly First, DateOnly Last) days, string afterKey, int countMax,
        CancellationToken cancellation);

    /// <summary>Bill runs, newest first, at most 500.</summary>
    Task<ImmutableArray<RunRow>> Runs(EntityScope scope, string? cycleId, CancellationToken cancellation);

    /// <summary>
    /// Ledger sums of an entity by ledger account, in minor units, between two booking days, the second exclusive.
    /// </summary>
    Task<ImmutableArray<LedgerSum>> Ledger(
        string entityId, DateOnly from, DateOnly until, CancellationToken cancellation);
}
