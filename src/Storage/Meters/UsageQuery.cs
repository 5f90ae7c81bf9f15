using NodaTime;

namespace BillingActors.Storage.Meters;

/// <summary>Which metered data of a service point is wanted.</summary>
/// <param name="ServicePointId">Service point.</param>
/// <param name="From">
/// First source day of intervals, inclusive; ask one day more than the local period on both sides.
/// </param>
/// <param name="Until">Last source day of intervals, exclusive.</param>
/// <param name="ReadsFrom">First day of register reads, inclusive.</param>
/// <param name="ReadsUntil">Last day of register reads, exclusive.</param>
public sealed record UsageQuery(
    string ServicePointId, LocalDate From, LocalDate Until, LocalDate ReadsFrom, LocalDate ReadsUntil);
