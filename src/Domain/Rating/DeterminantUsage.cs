using System.Collections.Immutable;

namespace BillingActors.Domain.Rating;

/// <summary>
/// Billing determinants that somebody else worked out, such as those of a printed bill: they stand in the place of
/// intervals and reads, and the very same charges are rated with them.
/// </summary>
/// <param name="Periods">Periods in any order; they cover the service days and do not overlap.</param>
public sealed record DeterminantUsage(ImmutableArray<DeterminantPeriod> Periods);
