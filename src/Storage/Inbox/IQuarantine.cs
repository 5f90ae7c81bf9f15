using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Streams;
using BillingActors.Storage.Reports;

namespace BillingActors.Storage.Inbox;

/// <summary>Records that could not have their effect, until a person decides.</summary>
public interface IQuarantine
{
    /// <summary>What waits, in order of its id.</summary>
    Task<ImmutableArray<QuarantineView>> Waiting(
        string streamNamespace, EntityScope scope, QuarantineRange range, CancellationToken cancellation);

    /// <summary>
    /// Appends the record once more, and ends its row; null where there is none in the scope, an outcome that was not
    /// possible otherwise.
    /// </summary>
    Task<QuarantineDecision> Redrive(QuarantineKey key, string actorId, CancellationToken cancellation);

    /// <summary>Ends the row for good: the record will have no effect.</summary>
    Task<QuarantineDecision> Discard(
        QuarantineKey key, string actorId, string reason, CancellationToken cancellation);
}
