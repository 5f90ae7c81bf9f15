using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Reports;

/// <summary>Key figures of receivables, for each legal entity and currency.</summary>
/// <param name="AsOf">The day they are of.</param>
/// <param name="ReadAt">When they were read.</param>
/// <param name="Days">Days that sales are counted over, ending with that day.</param>
/// <param name="Books">By legal entity and currency.</param>
public sealed record ReceivablesReport(
    DateOnly AsOf, DateTimeOffset ReadAt, int Days, ImmutableArray<ReceivablesView> Books);
