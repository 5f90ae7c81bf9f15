using System.Collections.Immutable;
using BillingActors.Domain.Privacy;
using BillingActors.Storage.Audit;

namespace BillingActors.Storage.Privacy;

/// <summary>Retention of kinds of records, and persons who wanted to be forgotten.</summary>
public interface IPersonStore
{
    /// <summary>All kinds by name.</summary>
    Task<ImmutableArray<StoredRetention>> Retention(CancellationToken cancellation);

    /// <summary>
    /// Has a change of years wait for a second person and notes it; a change that waited before is replaced. False for
    /// an unknown kind.
    /// </summary>
    Task<bool> AskRetention(string name, int years, AuditEntry noted, CancellationToken cancellation);

    /// <summary>
    /// Gives the years that wait effect and notes it; false when nothing waits, or the entry's actor asked for it.
    /// </summary>
    Task<bool> ApproveRetention(string name, AuditEntry noted, CancellationToken cancellation);

    /// <summary>What became of a customer's wish; null when there is none.</summary>
    Task<PersonRequest?> Find(string customerId, CancellationToken cancellation);

    /// <summary>What decides how long a customer's data is kept.</summary>
    Task<PersonFacts> Facts(string customerId, CancellationToken cancellation);

    /// <summary>
    /// Restricts a customer's data and notes it: search finds it no more. False when that was done before.
    /// </summary>
    Task<bool> Restrict(PersonRequest request, AuditEntry noted, CancellationToken cancellation);

    /// <summary>
    /// Destroys the key of a restricted customer's data and notes it: what is stored under it can never be read again,
    /// and sums and chains stay as they are. False when it is not restricted, or the entry's actor restricted it.
    /// </summary>
    Task<bool> Erase(string customerId, AuditEntry noted, CancellationToken cancellation);
}
