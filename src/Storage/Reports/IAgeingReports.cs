using System.Collections.Immutable;

namespace BillingActors.Storage.Reports;

/// <summary>
/// What is open now by its age, over the rows written with the events: as fast for many accounts as for few. What was
/// open on a past day, the books say.
/// </summary>
public interface IAgeingReports
{
    /// <summary>Sums by group, currency and bucket, in that order; what is nothing is left out.</summary>
    Task<ImmutableArray<AgeingCell>> Cells(
        EntityScope scope, AgeingQuery query, CancellationToken cancellation);

    /// <summary>
    /// The accounts behind a cell in order of key, after a key; their amounts come to the cell's to the minor unit.
    /// </summary>
    Task<ImmutableArray<AgeingLine>> Lines(
        EntityScope scope, AgeingQuery query, AgeingPlace place, AgeingSlice slice, CancellationToken cancellation);
}
