using System.Collections.Immutable;
using BillingActors.Gateway.Api;
using BillingActors.Gateway.Auth;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.Worklists;
using BillingActors.Storage.Imports;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Console.Readings;

/// <summary>Reads imports and what of them waits for a person.</summary>
internal sealed class ImportReading(IReports reports, IImportStore imports)
{
    private const int WaitingCountMax = 100;

    /// <summary>A page of imports the person may see, newest first, and where the next one begins.</summary>
    public async Task<(IReadOnlyList<ImportView> Rows, string? Next)> Page(
        Caller caller, string? before, int count, CancellationToken cancellation)
    {
        var rows = await reports.Imports(before ?? "", count + 1, cancellation);
        var page = rows.Length > count ? rows[..count] : rows;
        return ([.. page.Where(import => ImportApi.MaySee(caller, import))],
            rows.Length > count ? page[^1].ImportId : null);
    }

    /// <summary>An import; null where there is none the person may see.</summary>
    public async Task<ImportView?> Find(Caller caller, string importId, CancellationToken cancellation) =>
        await imports.View(importId, cancellation) is { } import && ImportApi.MaySee(caller, import) ? import : null;

    /// <summary>Records of an import that wait.</summary>
    public async Task<ImmutableArray<WorklistRow>> Waiting(
        Caller caller, string importId, CancellationToken cancellation) =>
        RolePermissions.Allow(caller.Roles, Permissions.WorklistRead)
            ? await reports.Worklist(
                caller.Scope, new WorklistFilter(State: "open", ImportId: importId), 0, WaitingCountMax, cancellation)
            : [];
}
