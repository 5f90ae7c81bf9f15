using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Deposits;

namespace BillingActors.Storage.Reports;

/// <summary>Lists of deposits over the rows of events.</summary>
public interface IDepositReports
{
    /// <summary>
    /// Deposits in order of account key and id, after both; empty: from the first. A status such as "held", or null.
    /// </summary>
    Task<ImmutableArray<DepositRow>> Deposits(
        EntityScope scope,
        string? status,
        (string AccountKey, string DepositId) after,
        int countMax,
        CancellationToken cancellation);
}
