using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.BillRuns;

/// <summary>A run, or a dry run, beside the one that billed the cycle before it.</summary>
/// <param name="RunId">The run.</param>
/// <param name="BeforeRunId">The closed run it is compared with; null where there is none.</param>
/// <param name="BeforeFrom">First day of that run's period.</param>
/// <param name="BeforeUntil">Its end day, exclusive.</param>
/// <param name="Currency">ISO 4217 code of the amounts.</param>
/// <param name="Changes">Figure by figure; empty where there is nothing to compare with.</param>
public sealed record RunComparisonView(
    string RunId,
    string? BeforeRunId,
    DateOnly? BeforeFrom,
    DateOnly? BeforeUntil,
    string Currency,
    ImmutableArray<RunChangeView> Changes);
