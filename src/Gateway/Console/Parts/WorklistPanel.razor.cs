using System.Globalization;
using BillingActors.Gateway.Console.Look;
using BillingActors.Gateway.Console.Readings;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Worklists;
using BillingActors.Storage.Worklists;
using Microsoft.AspNetCore.Components;

namespace BillingActors.Gateway.Console.Parts;

/// <summary>Works on one row of the worklist, or on several that were chosen.</summary>
public sealed partial class WorklistPanel
{
    private const int FailedShownMax = 10;
    private const int RestDays = 7;
    private List<WorklistFix> _fixes = [];
    private List<(string What, Problem Problem)> _failed = [];
    private WorklistFix? _wished;
    private WorklistRow? _row;
    private Problem? _problem;
    private string? _told;
    private string _why = "";
    private DateOnly _until;
    private int _doneCount;
    private bool _isBusy;
    private bool _lacksReason;

    /// <summary>The row that is looked at.</summary>
    [Parameter]
    public WorklistRow? Row { get; set; }

    /// <summary>The kind of all rows.</summary>
    [Parameter, EditorRequired]
    public string Kind { get; set; } = "";

    /// <summary>Ids of the rows that were chosen; none for the one that is looked at.</summary>
    [Parameter, EditorRequired]
    public ISet<string> Selection { get; set; } = default!;

    /// <summary>Tells that something was done, and whether that ended its row.</summary>
    [Parameter]
    public EventCallback<bool> Done { get; set; }

    [Inject]
    private Desk Desk { get; set; } = default!;

    [Inject]
    private WorklistReading Reading { get; set; } = default!;

    [Inject]
    private IWorklistStore Store { get; set; } = default!;

    [Inject]
    private IGrainFactory Grains { get; set; } = default!;

    private int Count => Selection.Count > 0 ? Selection.Count : Row is null ? 0 : 1;

    private string Heading => Selection.Count > 0
        ? Words.Count(Selection.Count, "row chosen", "rows chosen")
        : Row is null ? "What it is about" : Words.Of(Row.Code);

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (Row?.Id != _row?.Id)
            (_row, _wished) = (Row, null);
        _fixes = [];
        foreach (var fix in WorklistFix.All.Where(Fits))
        {
            if (await Desk.May(fix.Permission, default))
                _fixes.Add(fix);
        }
    }

    /// <inheritdoc />
    protected override void OnInitialized() => _until = Desk.Today.AddDays(RestDays);

    private bool Fits(WorklistFix fix) =>
        (Selection.Count > 0 || Row?.State == "open") && (fix.Kind ?? Kind) == Kind;

    private Task Wish(WorklistFix fix)
    {
        _lacksReason = fix.NeedsReason && string.IsNullOrWhiteSpace(_why);
        if (_isBusy || _lacksReason)
            return Task.CompletedTask;
        (_told, _problem, _failed) = (null, null, []);
        if (Selection.Count == 0)
            return Do(fix);
        _wished = fix;
        return Task.CompletedTask;
    }

    // The first one is the form's own, which a click submits.
    private Task WishOther(WorklistFix fix) => fix == _fixes[0] ? Task.CompletedTask : Wish(fix);

    private async Task Do(WorklistFix fix)
    {
        var ids = Selection.Count > 0
            ? Selection.Select(key => long.Parse(key, CultureInfo.InvariantCulture)).Order().ToList()
            : [Row!.Id];
        (_isBusy, _wished, _doneCount) = (true, null, 0);
        var failed = new List<(string What, Problem Problem)>();
        foreach (var id in ids)
        {
            var (what, problem) = await Do(fix, id);
            if (problem is not null)
                failed.Add((what, problem));
            _doneCount++;
            StateHasChanged();
        }
        _isBusy = false;
        var good = ids.Count - failed.Count;
        _told = good > 0 ? $"{fix.Name}: {Words.Count(good, "row", "rows")}." : null;
        var isOne = ids.Count == 1 && failed.Count == 1;
        (_problem, _failed) = (isOne ? failed[0].Problem : null, isOne ? [] : failed);
        if (good > 0)
            await Done.InvokeAsync(fix.IsEnd);
    }

    private async Task<(string What, Problem? Problem)> Do(WorklistFix fix, long id)
    {
        var row = await Reading.Find(await Desk.Caller(default), id, default);
        if (row is null || (fix.Kind ?? row.Kind) != row.Kind)
            return ("", new Problem(ProblemCode.WorklistUnknown, "There is no such row."));
        var tools = new WorklistFix.Tools(Grains, Store, _until);
        var reply = await Desk.Do<WorklistRow>(
            fix.Command(_why), (_, envelope) => fix.Send(tools, row, envelope), default);
        return (row.AccountId ?? $"Line {row.Line}", reply.Problem);
    }
}
