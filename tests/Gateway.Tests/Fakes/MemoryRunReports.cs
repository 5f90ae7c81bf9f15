using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.BillRuns;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>Two reasons and one bill to look at, whatever the run.</summary>
internal sealed class MemoryRunReports : IRunReports
{
    public Task<ImmutableArray<RunReasonView>> Reasons(string runId, CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<RunReasonView>>(
            [new("read-missing", 3, DateTimeOffset.UnixEpoch), new("use-high", 1, DateTimeOffset.UnixEpoch)]);

    public Task<ImmutableArray<SampleBillView>> Sample(string runId, CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<SampleBillView>>(
        [
            new("north", "a1", "largest", "calculated", 800, 80, 700,
                [new("Energy", new(2026, 1, 1), new(2026, 2, 1), 40.5m, "kWh", 0.2m, 800, "home@1")]),
        ]);

    public async Task<SampleBillView?> Bill(string runId, string accountKey, CancellationToken cancellation) =>
        (await Sample(runId, cancellation)).FirstOrDefault(bill => bill.EntityId + "/" + bill.AccountId == accountKey);
}
