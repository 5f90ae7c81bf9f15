namespace BillingActors.Storage.Reports;

/// <summary>A bill run in a list.</summary>
/// <param name="RunId">Bill run.</param>
/// <param name="EntityId">Legal entity.</param>
/// <param name="CycleId">Bill cycle.</param>
/// <param name="From">First day.</param>
/// <param name="Until">End day, exclusive.</param>
/// <param name="Stage">Stage.</param>
/// <param name="PlannedAt">When it was planned.</param>
/// <param name="PlannedBy">By whom.</param>
public sealed record RunRow(
    string RunId,
    string EntityId,
    string CycleId,
    DateOnly From,
    DateOnly Until,
    string Stage,
    DateTimeOffset PlannedAt,
    string PlannedBy);
