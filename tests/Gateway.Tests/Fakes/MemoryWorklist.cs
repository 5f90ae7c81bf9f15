using System.Collections.Concurrent;
using BillingActors.Grains.Interfaces.Worklists;
using BillingActors.Storage.Worklists;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>Worklist rows in memory: 1 and 2 are rejected records, 3 is a held account.</summary>
internal sealed class MemoryWorklist : IWorklistStore
{
    public ConcurrentDictionary<long, WorklistRow> Rows { get; } = new(new Dictionary<long, WorklistRow>
    {
        [1] = Row(1, "import-record", "north"),
        [2] = Row(2, "import-record", null),
        [3] = Row(3, "bill-exception", "north"),
    });

    public Task<WorklistRow?> Read(long id, CancellationToken cancellation) =>
        Task.FromResult(Rows.GetValueOrDefault(id));

    public Task<bool> Assign(long id, string owner, CancellationToken cancellation) =>
        Change(id, row => row with { Owner = owner });

    public Task<bool> Snooze(long id, DateOnly until, CancellationToken cancellation) =>
        Change(id, row => row with { SnoozedUntil = until });

    public Task<bool> Resolve(
        long id, string state, string actorId, string resolution, CancellationToken cancellation) =>
        Change(id, row => row with { State = state, ResolvedBy = actorId, Resolution = resolution });

    private Task<bool> Change(long id, Func<WorklistRow, WorklistRow> change) => Task.FromResult(
        Rows.TryGetValue(id, out var row) && row.State == "open" && Rows.TryUpdate(id, change(row), row));

    private static WorklistRow Row(long id, string kind, string? entityId) => new(
        id, kind, "open", "reason", "detail", entityId, "a1", "run-1", "imp-1", 1, null, null, null,
        DateTimeOffset.UnixEpoch, null, null, null);
}
