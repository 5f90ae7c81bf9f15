using BillingActors.Gateway.Auth;
using BillingActors.Grains.Interfaces.Worklists;
using BillingActors.Storage.Reports;
using BillingActors.Storage.Worklists;

namespace BillingActors.Gateway.Console.Readings;

/// <summary>Reads what waits for a person, a row at a time.</summary>
internal sealed class WorklistReading(IReports reports, IWorklistStore store)
{
    /// <summary>
    /// A row the person may see, as it stands now; one of no legal entity is for those without a limit.
    /// </summary>
    public async Task<WorklistRow?> Find(Caller caller, long id, CancellationToken cancellation) =>
        await store.Read(id, cancellation) is { } row
        && (caller.IsUnlimited || (row.EntityId is { } entity && caller.Scope.Allows(entity)))
            ? row
            : null;

    /// <summary>
    /// The first row behind an id, whatever happened to that one, and behind the last one the first of all: a row that
    /// was calculated again may stand behind those that wait longer. Null where nothing is left.
    /// </summary>
    public async Task<WorklistRow?> Next(
        Caller caller, WorklistFilter filter, long afterId, CancellationToken cancellation) =>
        await First(caller, filter, afterId, cancellation) ?? await First(caller, filter, 0, cancellation);

    private async Task<WorklistRow?> First(
        Caller caller, WorklistFilter filter, long afterId, CancellationToken cancellation) =>
        (await reports.Worklist(caller.Scope, filter, afterId, 1, cancellation)).FirstOrDefault();
}
