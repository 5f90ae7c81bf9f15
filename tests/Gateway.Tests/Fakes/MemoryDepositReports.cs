using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Deposits;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>Nobody deposited anything.</summary>
internal sealed class MemoryDepositReports : IDepositReports
{
    public Task<ImmutableArray<DepositRow>> Deposits(
        EntityScope scope,
        string? status,
        (string AccountKey, string DepositId) after,
        int countMax,
        CancellationToken cancellation) => Task.FromResult(ImmutableArray<DepositRow>.Empty);
}
