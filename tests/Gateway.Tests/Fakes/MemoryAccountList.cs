using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>Nobody has an account.</summary>
internal sealed class MemoryAccountList : IAccountList
{
    public Task<long> Count(EntityScope scope, AccountFilter filter, CancellationToken cancellation) =>
        Task.FromResult(0L);

    public Task<ImmutableArray<AccountRow>> Read(
        EntityScope scope, AccountFilter filter, AccountSlice slice, CancellationToken cancellation) =>
        Task.FromResult(ImmutableArray<AccountRow>.Empty);
}
