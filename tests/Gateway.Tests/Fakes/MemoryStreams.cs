using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Streams;
using BillingActors.Storage.Inbox;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>Streams that keep what comes in and never work it off.</summary>
internal sealed class MemoryStreams : IInbox, IQuarantine, IStreamReports
{
    private readonly Dictionary<string, StoredOperation> _operations = new(StringComparer.Ordinal);

    public int RecordCountMax => 1000;

    public List<InboxRecord> Records { get; } = [];

    /// <summary>Where set, the stream takes nothing.</summary>
    public TimeSpan? FullFor { get; set; }

    /// <summary>What is in quarantine, each with its legal entity.</summary>
    public List<(string EntityId, QuarantineView View)> Parked { get; } = [];

    /// <summary>What was decided, in words.</summary>
    public List<string> Decisions { get; } = [];

    public void Tell(Action<string> appended)
    {
        // Nobody works these streams off.
    }

    public Task<InboxReceipt> Append(
        string streamNamespace,
        IReadOnlyList<InboxRecord> records,
        InboxOperation? operation,
        CancellationToken cancellation)
    {
        if (FullFor is { } wait)
            throw new InboxFullException(streamNamespace, wait);
        Records.AddRange(records);
        var receipt = new InboxReceipt(1, [new InboxPart(0, 1, records.Count)]);
        if (operation is not null)
            _operations[operation.OperationId] = new StoredOperation(operation, receipt);
        return Task.FromResult(receipt);
    }

    public Task<StoredOperation?> Find(
        string streamNamespace, string operationId, CancellationToken cancellation) =>
        Task.FromResult(_operations.GetValueOrDefault(operationId));

    public Task<StreamOperationView?> Progress(
        string streamNamespace, InboxReceipt receipt, CancellationToken cancellation) =>
        Task.FromResult<StreamOperationView?>(
            new StreamOperationView("accepted", receipt.Count, receipt.Count, 0, 0, 0));

    public Task<ImmutableArray<StreamView>> Streams(CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<StreamView>>(
            [new StreamView("payments", 1, 4, 0, 0, 0, null, 0, Parked.Count, [])]);

    public Task<ImmutableArray<QuarantineView>> Waiting(
        string streamNamespace, EntityScope scope, QuarantineRange range, CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<QuarantineView>>(
            [.. Seen(scope).Where(view => view.Id > range.AfterId).Take(range.CountMax)]);

    public Task<QuarantineDecision> Redrive(
        QuarantineKey key, string actorId, CancellationToken cancellation) =>
        Decide(key, $"{actorId} redrives {key.Id}");

    public Task<QuarantineDecision> Discard(
        QuarantineKey key, string actorId, string reason, CancellationToken cancellation) =>
        Decide(key, $"{actorId} discards {key.Id}: {reason}");

    private Task<QuarantineDecision> Decide(QuarantineKey key, string decision)
    {
        if (Seen(key.Scope).All(view => view.Id != key.Id))
            return Task.FromResult(QuarantineDecision.Unknown);
        Decisions.Add(decision);
        return Task.FromResult(QuarantineDecision.Done);
    }

    private IEnumerable<QuarantineView> Seen(EntityScope scope) =>
        Parked.Where(parked => scope.Allows(parked.EntityId)).Select(parked => parked.View);
}
