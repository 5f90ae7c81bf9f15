using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Accounts;

namespace BillingActors.Storage.Reports;

/// <summary>All accounts as one list that people search, sort and look into anywhere, a page at a time.</summary>
public interface IAccountList
{
    /// <summary>How many accounts a filter lets through.</summary>
    Task<long> Count(EntityScope scope, AccountFilter filter, CancellationToken cancellation);

    /// <summary>A piece of the list, with the names of the customers.</summary>
    Task<ImmutableArray<AccountRow>> Read(
        EntityScope scope, AccountFilter filter, AccountSlice slice, CancellationToken cancellation);
}
