using System.Collections.Immutable;
using BillingActors.Storage.Audit;

namespace BillingActors.Storage.Users;

/// <summary>The people of the console: the truth about roles, whoever proves identity.</summary>
public interface IUserStore
{
    /// <summary>The person, or null.</summary>
    Task<StoredUser?> Find(string personId, CancellationToken cancellation);

    /// <summary>People in order of their id, after an id, at most <paramref name="countMax"/>.</summary>
    Task<ImmutableArray<StoredUser>> List(string afterId, int countMax, CancellationToken cancellation);

    /// <summary>
    /// Stores a new version of a person over the one its version names (0: there is none yet) and notes it; false when
    /// another one is stored.
    /// </summary>
    Task<bool> Put(StoredUser user, AuditEntry noted, CancellationToken cancellation);
}
