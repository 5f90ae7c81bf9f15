using System.Collections.Immutable;

namespace BillingActors.Storage.Audit;

/// <summary>Accounts at which every look is noted.</summary>
public interface ISensitiveAccounts
{
    /// <summary>All of them by key, at most 10,000.</summary>
    Task<ImmutableArray<SensitiveAccount>> List(CancellationToken cancellation);

    /// <summary>Marks an account and notes it; false when it is marked already.</summary>
    Task<bool> Mark(SensitiveAccount account, AuditEntry noted, CancellationToken cancellation);

    /// <summary>Takes the mark away and notes it; false when there is none.</summary>
    Task<bool> Unmark(string entityId, string accountId, AuditEntry noted, CancellationToken cancellation);
}
