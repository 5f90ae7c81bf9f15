using System.Collections.Immutable;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>Nobody owes anything.</summary>
internal sealed class MemoryAgeingReports : IAgeingReports
{
    public Task<ImmutableArray<AgeingCell>> Cells(
        EntityScope scope, AgeingQuery query, CancellationToken cancellation) =>
        Task.FromResult(ImmutableArray<AgeingCell>.Empty);

    public Task<ImmutableArray<AgeingLine>> Lines(
        EntityScope scope, AgeingQuery query, AgeingPlace place, AgeingSlice slice, CancellationToken cancellation) =>
        Task.FromResult(ImmutableArray<AgeingLine>.Empty);
}
