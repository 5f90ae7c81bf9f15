using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Gateway.Auth;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Worklists;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Console.Lists;

/// <summary>What waits for a person: held accounts, refused records, money without a place.</summary>
internal sealed class WorklistList(IReports reports, [FromKeyedServices(BillingClock.Key)] TimeProvider clock)
    : CursorList<WorklistRow>
{
    public const string Kind = "kind";
    public const string State = "state";
    public const string Code = "code";
    public const string Run = "run";
    public const string Owner = "owner";

    /// <summary>The filter that lets rows through which rest.</summary>
    public const string Resting = "resting";

    public override string Name => "worklist";

    public override (string One, string Many) Noun => ("row", "rows");

    public override string Permission => Permissions.WorklistRead;

    public override ImmutableArray<ListColumn<WorklistRow>> Columns { get; } =
    [
        new("what", "What", row => new CellValue.Text(
            row.AccountId ?? (row.Line > 0 ? $"Line {row.Line}" : row.Field ?? row.Kind)))
        { IsKey = true, Width = "110px" },
        new("reason", "Reason", row => new CellValue.Word(row.Code)) { Width = "165px" },
        new("detail", "Detail", row => new CellValue.Text(row.Detail)),
        new("since", "Since", row => new CellValue.Day(DateOnly.FromDateTime(row.At.UtcDateTime))) { Width = "110px" },
        new("owner", "Owner", row => new CellValue.Text(row.Owner ?? "")) { Width = "105px" },
        new("entity", "Legal entity", row => new CellValue.Text(row.EntityId)) { IsForFiles = true },
        new("account", "Account", row => new CellValue.Text(row.AccountId)) { IsForFiles = true },
        new("run", "Run", row => new CellValue.Text(row.RunId)) { IsForFiles = true },
        new("import", "Import", row => new CellValue.Text(row.ImportId)) { IsForFiles = true },
        new("line", "Line", row => new CellValue.Number(row.Line)) { IsForFiles = true, IsNumber = true },
        new("rests until", "Rests until", row => new CellValue.Day(row.SnoozedUntil)) { IsForFiles = true },
        new("state", "State", row => new CellValue.Word(row.State)) { IsForFiles = true },
        new("resolution", "Resolution", row => new CellValue.Text(row.Resolution)) { IsForFiles = true },
    ];

    /// <summary>What a query asks the report; without a word about state, what is open and does not rest.</summary>
    public WorklistFilter FilterOf(ListQuery query) => new(
        query.Filter(Kind), query.Filter(State) ?? "open", query.Filter(Code), query.Filter(Run), null,
        query.Filter(Owner),
        query.Filter(Resting) is null ? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime) : null);

    public override string KeyOf(WorklistRow row) => row.Id.ToString(CultureInfo.InvariantCulture);

    protected override Task<ImmutableArray<WorklistRow>> ReadAfter(
        Caller caller, ListQuery query, (string Key, int CountMax) after, CancellationToken cancellation) =>
        reports.Worklist(
            caller.Scope, FilterOf(query),
            after.Key.Length == 0 ? 0 : long.Parse(after.Key, CultureInfo.InvariantCulture), after.CountMax,
            cancellation);

    protected override Task<ImmutableArray<WorklistRow>> ReadLast(
        Caller caller, ListQuery query, int countMax, CancellationToken cancellation) =>
        reports.LastOfWorklist(caller.Scope, FilterOf(query), countMax, cancellation);
}
