using System.Collections.Immutable;

namespace BillingActors.Storage.Closing;

/// <summary>Accounting periods of legal entities: append-only events and the row that flushes look at.</summary>
public interface IPeriodStore
{
    /// <summary>What happened to the periods of an entity, oldest first; empty while all is open.</summary>
    Task<ImmutableArray<StoredPeriodEvent>> History(string entityId, CancellationToken cancellation);

    /// <summary>
    /// Decides and stores while no commit of the entity can be written: those under way are waited for, later ones see
    /// the change. A hard lock keeps what every role came to up to its day.
    /// </summary>
    Task<PeriodOutcome> Change(string entityId, PeriodChange change, CancellationToken cancellation);
}
