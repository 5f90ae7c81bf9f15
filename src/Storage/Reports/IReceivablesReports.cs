using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Reports;

namespace BillingActors.Storage.Reports;

/// <summary>
/// Key figures of receivables, from journal and open items as they stand together at one moment, and the lists behind
/// them. The figures count the whole journal of a legal entity: a caller that shows them often keeps them a while.
/// </summary>
public interface IReceivablesReports
{
    /// <summary>Key figures by legal entity and currency; sales are counted over days that end with the day.</summary>
    Task<ImmutableArray<ReceivablesView>> Figures(
        EntityScope scope, DateOnly asOf, int days, CancellationToken cancellation);

    /// <summary>Accounts with something past due, the largest first, after an amount and account key.</summary>
    Task<ImmutableArray<PastDueRow>> PastDue(
        ReceivablesFilter filter, DateOnly on, (long Minor, string AccountKey)? after, int countMax,
        CancellationToken cancellation);

    /// <summary>
    /// Receipts with a rest that waits for a person, the oldest first, after a value date, account key and receipt.
    /// </summary>
    Task<ImmutableArray<UnappliedReceiptRow>> Unapplied(
        ReceivablesFilter filter, (DateOnly ValueOn, string AccountKey, string ReceiptId)? after, int countMax,
        CancellationToken cancellation);

    /// <summary>The newest of these receipts, in the same order.</summary>
    Task<ImmutableArray<UnappliedReceiptRow>> LastUnapplied(
        ReceivablesFilter filter, int countMax, CancellationToken cancellation);
}
