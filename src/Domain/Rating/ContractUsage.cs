using System.Collections.Immutable;
using BillingActors.Domain.Metering;

namespace BillingActors.Domain.Rating;

/// <summary>What was metered for a contract around a period: the newest version of each day and read.</summary>
/// <param name="ServicePoint">The service point with its meters, registers and channels.</param>
/// <param name="Days">Interval days that touch the period, in any order.</param>
/// <param name="Reads">Register reads from the last one billed to the latest one allowed, in any order.</param>
public sealed record ContractUsage(
    ServicePoint ServicePoint,
    ImmutableArray<IntervalDay> Days,
    ImmutableArray<RegisterRead> Reads)
{
    /// <summary>No meter at all, as where determinants are given.</summary>
    public static ContractUsage None { get; } = new(new ServicePoint("", "", []), [], []);
}
