using BillingActors.Gateway.Console.Lists;
using BillingActors.Gateway.Console.Look;
using BillingActors.Gateway.Console.Parts;
using BillingActors.Gateway.Console.Readings;
using BillingActors.Grains.Interfaces.Worklists;
using Microsoft.AspNetCore.Components;

namespace BillingActors.Gateway.Console.Pages;

/// <summary>What waits for a person: it is looked at, put right, and the next one comes up.</summary>
public sealed partial class ExceptionsPage
{
    private static readonly string[] HeldCodes =
    [
        "zero-use", "high-use", "low-use", "negative-bill", "no-read", "missing-intervals", "doubtful-read",
        "tariff-gap", "calendar-gap", "unit-mismatch", "option-missing", "missing-prices", "tax-unknown",
    ];

    private readonly HashSet<string> _selection = new(StringComparer.Ordinal);
    private BillingGrid<WorklistRow>? _grid;
    private ListQuery _query = new();
    private bool _isOpen;
    private WorklistRow? _current;
    private int _asked;
    private Waiting _waiting = Waiting.Held;

    [Inject]
    private Desk Desk { get; set; } = default!;

    [Inject]
    private SharedViews Shared { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private WorklistReading Reading { get; set; } = default!;

    [SupplyParameterFromQuery]
    private string? Kind { get; set; }

    [SupplyParameterFromQuery]
    private string? Run { get; set; }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        var waiting = Waiting.Of(Kind);
        if (_query.Filter(WorklistList.Kind) is not null && waiting == _waiting)
            return;
        (_waiting, _current) = (waiting, null);
        _selection.Clear();
        var all = new ListQuery().With(WorklistList.Kind, waiting.Kind).With(WorklistList.Run, ListQuery.Clean(Run));
        _query = all;
        if (Kind is null && Run is null)
        {
            var own = await Shared.Begin(List.Name, Navigation.Uri, all, default);
            if (_query == all && own != all)
                Apply(own.Filter(WorklistList.Kind) is null ? own.With(WorklistList.Kind, waiting.Kind) : own);
        }
        _isOpen = RendererInfo.IsInteractive;
    }

    private async Task Choose(WorklistRow row)
    {
        var mine = ++_asked;
        var found = await Reading.Find(await Desk.Caller(default), row.Id, default);
        if (mine == _asked)
            _current = found;
    }

    private void Filter(string name, ChangeEventArgs chosen)
    {
        _selection.Clear();
        _query = _query.With(name, chosen.Value?.ToString());
    }

    /// <summary>A view may be of another kind of rows.</summary>
    private void Apply(ListQuery view)
    {
        _selection.Clear();
        (_waiting, _current, _query) = (Waiting.Of(view.Filter(WorklistList.Kind)), null, view);
    }

    private void Resting(ChangeEventArgs chosen)
    {
        _selection.Clear();
        _query = _query.With(WorklistList.Resting, chosen.Value is true ? "true" : null);
    }

    private async Task Mine(ChangeEventArgs chosen)
    {
        var person = (await Desk.Caller(default)).PersonId;
        _query = _query.With(WorklistList.Owner, chosen.Value is true ? person : null);
    }

    /// <summary>Shows what is left; after the row that was worked on comes the next.</summary>
    private async Task GoOn(bool isEnded)
    {
        _selection.Clear();
        if (_current is { } done)
        {
            var caller = await Desk.Caller(default);
            _current = isEnded
                ? await Reading.Next(caller, List.FilterOf(_query), done.Id, default)
                : await Reading.Find(caller, done.Id, default);
        }
        if (_grid is not null)
            await _grid.Refresh();
    }
}
