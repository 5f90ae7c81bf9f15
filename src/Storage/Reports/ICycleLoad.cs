using System.Collections.Immutable;

namespace BillingActors.Storage.Reports;

/// <summary>When bill cycles come due, and how much then.</summary>
public interface ICycleLoad
{
    /// <summary>Accounts of a cycle that are counted, at most.</summary>
    const int AccountCountMax = 100_000;

    /// <summary>Cycles that are looked at, at most: the first by their id.</summary>
    const int CycleCountMax = 60;

    /// <summary>
    /// The days from one on, the last exclusive, on which a period ends, in order. The accounts of each cycle are
    /// counted by key and no further than the limit, so that it takes as long for many as for a hundred thousand.
    /// </summary>
    Task<ImmutableArray<CycleDay>> Days(
        EntityScope scope, (DateOnly From, DateOnly Until) days, CancellationToken cancellation);

    /// <summary>
    /// The first day from one on, within two years, on which a period of a cycle ends: its accounts are billed then.
    /// Null where there is no such day or cycle.
    /// </summary>
    Task<DateOnly?> NextEnd(string cycleId, DateOnly from, CancellationToken cancellation);
}
