using System.Collections.Immutable;
using BillingActors.Storage.Reports;

namespace BillingActors.Storage.Inbox;

/// <summary>Quarantine rows of one database.</summary>
internal interface IQuarantineTable
{
    /// <summary>Rows that wait, in order of their id.</summary>
    Task<ImmutableArray<QuarantineRow>> Waiting(
        string streamNamespace, EntityScope scope, QuarantineRange range, CancellationToken cancellation);

    /// <summary>One row, whatever its state, or null.</summary>
    Task<QuarantineRow?> Find(QuarantineKey key, CancellationToken cancellation);

    /// <summary>Ends a row that waits; false where it does not wait any more.</summary>
    Task<bool> Decide(long id, QuarantineNote note, CancellationToken cancellation);
}
