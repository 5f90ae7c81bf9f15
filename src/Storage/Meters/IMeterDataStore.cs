using System.Collections.Immutable;
using BillingActors.Domain.Metering;
using NodaTime;

namespace BillingActors.Storage.Meters;

/// <summary>Reads and interval days with quality and version; the newest version counts, all are kept.</summary>
public interface IMeterDataStore
{
    /// <summary>Newest versions for many service points in few statements, in the order asked.</summary>
    Task<ImmutableArray<MeteredData>> Read(IReadOnlyList<UsageQuery> queries, CancellationToken cancellation);

    /// <summary>
    /// Stores reads that came by no import, all of them or none; one that says the same as the newest changes nothing.
    /// </summary>
    Task Enter(ImmutableArray<RegisterRead> reads, CancellationToken cancellation);

    /// <summary>Only the data versions, in the order asked: cheap, to see whether anything changed.</summary>
    Task<ImmutableArray<long>> DataVersions(IReadOnlyList<string> servicePointIds, CancellationToken cancellation);

    /// <summary>All versions of the days of a channel, oldest first: shows what a correction replaced.</summary>
    Task<ImmutableArray<IntervalDay>> Versions(
        string servicePointId, string channel, LocalDate day, CancellationToken cancellation);
}
