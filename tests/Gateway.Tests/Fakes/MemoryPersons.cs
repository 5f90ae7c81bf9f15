using System.Collections.Concurrent;
using System.Collections.Immutable;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Privacy;
using PersonFacts = BillingActors.Domain.Privacy.PersonFacts;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>Retention and persons in memory.</summary>
internal sealed class MemoryPersons(MemoryAudit audit) : IPersonStore, IPersonDuties
{
    private StoredRetention _documents = new("documents", 10, null, null);

    public ConcurrentDictionary<string, PersonRequest> Requests { get; } = new(StringComparer.Ordinal);

    public PersonDuty Duty { get; set; } = new(new DateOnly(2036, 12, 31), 0, 0, HasEnded: false);

    public Task<ImmutableArray<StoredRetention>> Retention(CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<StoredRetention>>([_documents]);

    public Task<bool> AskRetention(string name, int years, AuditEntry noted, CancellationToken cancellation)
    {
        _documents = _documents with { AskedYears = years, AskedBy = noted.ActorId };
        return audit.Append(noted, cancellation);
    }

    public Task<bool> ApproveRetention(string name, AuditEntry noted, CancellationToken cancellation)
    {
        _documents = new StoredRetention(name, _documents.AskedYears!.Value, null, null);
        return audit.Append(noted, cancellation);
    }

    public Task<PersonRequest?> Find(string customerId, CancellationToken cancellation) =>
        Task.FromResult(Requests.GetValueOrDefault(customerId));

    public Task<PersonFacts> Facts(string customerId, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task<PersonDuty> Of(string customerId, DateOnly today, CancellationToken cancellation) =>
        Task.FromResult(Duty);

    public Task<bool> Restrict(PersonRequest request, AuditEntry noted, CancellationToken cancellation) =>
        Requests.TryAdd(request.CustomerId, request) ? audit.Append(noted, cancellation) : Task.FromResult(false);

    public Task<bool> Erase(string customerId, AuditEntry noted, CancellationToken cancellation)
    {
        Requests[customerId] = Requests[customerId] with
        {
            State = PersonRequest.Erased,
            ErasedBy = noted.ActorId,
            ErasedAt = noted.At,
        };
        return audit.Append(noted, cancellation);
    }
}
