using System.Collections.Concurrent;
using System.Collections.Immutable;
using BillingActors.Storage.Audit;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>The audit trail, its seals and the sensitive accounts, in memory.</summary>
internal sealed class MemoryAudit : IAuditTrail, IAuditSeals, ISensitiveAccounts
{
    private readonly ConcurrentQueue<AuditEntry> _entries = new();

    public IReadOnlyList<AuditEntry> Entries => [.. _entries];

    public ConcurrentDictionary<(string, string), SensitiveAccount> Sensitive { get; } = new();

    public Exception? Fault { get; set; }

    public string PublicKey => "none";

    /// <summary>"who action subject" of every entry, in order.</summary>
    public IEnumerable<string> Told => Entries.Select(one => $"{one.ActorId} {one.Action} {one.Subject.Id}");

    public Task<bool> Append(AuditEntry entry, CancellationToken cancellation)
    {
        if (Fault is not null)
            return Task.FromException<bool>(Fault);
        if (_entries.Any(one => (one.RequestId, one.Action, one.Subject.Id, one.ActorId)
            == (entry.RequestId, entry.Action, entry.Subject.Id, entry.ActorId)))
            return Task.FromResult(false);
        _entries.Enqueue(entry);
        return Task.FromResult(true);
    }

    public Task<ImmutableArray<AuditRow>> Read(
        AuditFilter filter, long before, int countMax, CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<AuditRow>>(
        [
            .. Entries.Select((entry, i) => new AuditRow(i + 1, entry, new byte[32]))
                .Where(row => (before == 0 || row.Position < before)
                    && (filter.Scope.Entities.IsEmpty || filter.Scope.Allows(row.Entry.Subject.EntityId ?? "")))
                .Where(row => (filter.Action.Length == 0 || row.Entry.Action == filter.Action)
                    && (filter.AccountId.Length == 0 || row.Entry.Subject.AccountId == filter.AccountId))
                .Reverse().Take(countMax),
        ]);

    public Task<AuditChainState> Check(CancellationToken cancellation) =>
        Task.FromResult(new AuditChainState(Entries.Count, null));

    public Task<AuditSeal?> Seal(SealRequest request, CancellationToken cancellation) =>
        Task.FromResult<AuditSeal?>(new AuditSeal(1, request.At, 0, Entries.Count, AuditSeal.Nothing, AuditSeal.Nothing,
            "AA==", "AA=="));

    public Task<ImmutableArray<AuditSeal>> List(long before, int countMax, CancellationToken cancellation) =>
        Task.FromResult(ImmutableArray<AuditSeal>.Empty);

    public Task<ImmutableArray<SensitiveAccount>> List(CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<SensitiveAccount>>([.. Sensitive.Values]);

    public Task<bool> Mark(SensitiveAccount account, AuditEntry noted, CancellationToken cancellation) =>
        Sensitive.TryAdd((account.EntityId, account.AccountId), account)
            ? Append(noted, cancellation)
            : Task.FromResult(false);

    public Task<bool> Unmark(string entityId, string accountId, AuditEntry noted, CancellationToken cancellation) =>
        Sensitive.TryRemove((entityId, accountId), out _) ? Append(noted, cancellation) : Task.FromResult(false);
}
