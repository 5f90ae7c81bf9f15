using System.Collections.Immutable;
using BillingActors.Domain.Metering;

namespace BillingActors.Storage.Meters;

/// <summary>What a usage query found: the newest version of each day and read.</summary>
/// <param name="ServicePointId">Service point.</param>
/// <param name="DataVersion">
/// Counts up with every stored day or read of the service point; 0 when there is none.
/// </param>
/// <param name="Days">Interval days.</param>
/// <param name="Reads">Register reads.</param>
public sealed record MeteredData(
    string ServicePointId,
    long DataVersion,
    ImmutableArray<IntervalDay> Days,
    ImmutableArray<RegisterRead> Reads);
