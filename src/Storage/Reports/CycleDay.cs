namespace BillingActors.Storage.Reports;

/// <summary>A day on which a period of a bill cycle ends, and how many accounts are billed then.</summary>
/// <param name="On">The day; the period ends before it.</param>
/// <param name="EntityId">Legal entity.</param>
/// <param name="CycleId">Cycle.</param>
/// <param name="Name">Its name.</param>
/// <param name="AccountCount">Open accounts of the cycle.</param>
/// <param name="IsMore">Whether there are more than were counted.</param>
public sealed record CycleDay(
    DateOnly On, string EntityId, string CycleId, string Name, long AccountCount, bool IsMore);
