using System.Collections.Immutable;
using BillingActors.Gateway.Console.Lists;
using BillingActors.Gateway.Console.Look;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces.Commands;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Radzen;
using Radzen.Blazor;

namespace BillingActors.Gateway.Console.Parts;

/// <summary>A list of any length, of which only what is on the screen is loaded.</summary>
public sealed partial class BillingGrid<TRow>
{
    /// <summary>Rows that are chosen at once, at most.</summary>
    public const int SelectionMax = 5_000;

    // Rows drawn beyond the edges. With none, the grid draws itself once more a row further down when it has measured
    // its first rows, and whoever stands in the second row stands in the third for that moment.
    private const int Overscan = 8;

    // No browser draws a box of more than some 33 million points: rows beyond it could not be reached by scrolling. So
    // a longer list is scrolled in parts of which each is far below.
    private const int PartMax = 400_000;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private readonly string _id = "list-" + Guid.NewGuid().ToString("N")[..8];
    private CancellationTokenSource _typing = new();
    private ListQuery _query = new();
    private string? _typed; // What stands in the field, which is ahead of what was searched for.
    private ListQuery? _given;
    private ListWindow<TRow>? _window;
    private RadzenDataGrid<TRow>? _grid;
    private IEnumerable<TRow>? _rows; // Null until the grid asked for the first time; an empty list would never load.
    private long _total;
    private long _first; // Rows before the part that is scrolled.
    private bool _isAtEnd;
    private bool _hasEnd; // Whether the last rows of a list that goes on can be looked at.
    private bool _isEnd; // Whether they are.
    private bool _isWhole;
    private bool _isReady;
    private bool _isRead;
    private GridLayout<TRow> _layout = new([], "", false);
    private int _asked;
    private bool _isChoosing;
    private Problem? _problem;

    /// <summary>The list.</summary>
    [Parameter, EditorRequired]
    public DeskList<TRow> List { get; set; } = default!;

    /// <summary>What it is called, for those who cannot see it.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>What of it is shown; search and sorting go on from there.</summary>
    [Parameter]
    public ListQuery Query { get; set; } = new();

    /// <summary>Whether the page knows what it begins with: before that, what somebody chose would be lost.</summary>
    [Parameter]
    public bool IsOpen { get; set; } = true;

    /// <summary>Controls beside the search that set filters of the query.</summary>
    [Parameter]
    public RenderFragment? Filters { get; set; }

    /// <summary>
    /// Takes the filters of a view that was chosen; without it the list has no views that a person keeps.
    /// </summary>
    [Parameter]
    public EventCallback<ListQuery> QueryChosen { get; set; }

    /// <summary>Opens a row beside the list; without it the cells of the list lead where they lead.</summary>
    [Parameter]
    public EventCallback<TRow> Open { get; set; }

    /// <summary>What can be done with a row.</summary>
    [Parameter]
    public RenderFragment<TRow>? Actions { get; set; }

    /// <summary>Width of the column of actions.</summary>
    [Parameter]
    public string ActionsWidth { get; set; } = "140px";

    /// <summary>What stands there instead of no row; by default that nothing was found.</summary>
    [Parameter]
    public RenderFragment? Empty { get; set; }

    /// <summary>Keys of the chosen rows; null where rows cannot be chosen.</summary>
    [Parameter]
    public ISet<string>? Selection { get; set; }

    /// <summary>Tells that rows were chosen.</summary>
    [Parameter]
    public EventCallback SelectionChanged { get; set; }

    /// <summary>The key of the row that is worked on; it is marked.</summary>
    [Parameter]
    public string? CurrentKey { get; set; }

    private int Length => (int)Math.Min(_total - _first, PartMax);

    private string PartText => "Rows " + Look.Locale.Count(_first + 1) + " to "
        + Look.Locale.Count(Math.Min(_first + PartMax, _total));

    private string CountText => !_isRead ? "" : _isEnd
        ? $"The last {Words.Count(_total, List.Noun.One, List.Noun.Many)}"
        : _isWhole
        ? Words.Count(_total, List.Noun.One, List.Noun.Many)
        : $"More than {Words.Count(_total - 1, List.Noun.One, List.Noun.Many)}";

    private string ChooseAllText =>
        _isWhole ? $"Select all {Words.Count(_total, List.Noun.One, List.Noun.Many)}" : "Select all that are found";

    private RenderFragment Nothing => builder =>
    {
        builder.OpenComponent<Empty>(0);
        builder.AddComponentParameter(1, nameof(Parts.Empty.Title), $"There are no such {List.Noun.Many}.");
        builder.CloseComponent();
    };

    /// <summary>Reads the list again, as after something in it changed.</summary>
    public async Task Refresh()
    {
        _window = null;
        if (_grid is not null)
            await _grid.RefreshDataAsync();
    }

    /// <inheritdoc />
    public void Dispose() => _typing.Dispose();

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_given is not null && _given.ToAddress() == Query.ToAddress())
            return;
        // A filter beside the search leaves what was typed, the order and the columns.
        var before = _given ?? new ListQuery();
        var isTyped = _given is not null && _given.Text == Query.Text;
        var isSorted = (before.Sort, before.IsDescending) == (Query.Sort, Query.IsDescending);
        var isChosen = before.Columns.SequenceEqual(Query.Columns);
        var isFirst = _given is null;
        (_given, _query) = (Query, Query with
        {
            Text = isTyped ? _query.Text : Query.Text,
            Sort = isSorted ? _query.Sort : Query.Sort,
            IsDescending = isSorted ? _query.IsDescending : Query.IsDescending,
            Columns = isChosen ? _query.Columns : Query.Columns,
        });
        if (!isTyped)
            _typed = _query.Text;
        var own = isFirst && _query.Columns.IsEmpty ? await Views.Columns(List.Name, default) : [];
        // Meanwhile the page may have found what its role begins with.
        if (!own.IsEmpty && _query.Columns.IsEmpty)
            _query = _query with { Columns = own };
        if (isFirst || !isSorted || !isChosen)
            Lay();
        await Restart();
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        // The keys of the grid are a script of its own; only pages with a list load it.
        await Script.InvokeVoidAsync("import", ConsoleAssets.Url("radzen/Radzen.Blazor.min.js"));
        _isReady = true;
        StateHasChanged();
    }

    // Another list is read from its first row: whoever had scrolled would look at where this one has none.
    private async Task Restart()
    {
        (_first, _isAtEnd, _isEnd) = (0, false, false);
        await Scroll(isAtEnd: false);
        await Refresh();
    }

    // Another part of a very long list, seen from its first or its last row.
    private async Task Show(long first, bool isAtEnd)
    {
        (_first, _isAtEnd) = (Math.Clamp(first, 0, Math.Max(0, _total - PartMax)), isAtEnd);
        if (_grid is not null)
            await _grid.RefreshDataAsync();
        await Scroll(isAtEnd);
    }

    // The other end of a list whose length nobody counted.
    private async Task Turn(bool isEnd)
    {
        (_isEnd, _isRead) = (isEnd, false);
        await Refresh();
        await Scroll(isEnd);
    }

    private async Task Scroll(bool isAtEnd)
    {
        if (!_isReady)
            return;
        await Script.InvokeVoidAsync(isAtEnd ? "listToEnd" : "listToBegin", $"#{_id}-body .rz-data-grid-data");
    }

    // A view means its order and its columns, too; one that was kept before views had them leaves both.
    private async Task Apply(ListQuery view)
    {
        var shown = view.Columns.IsEmpty
            ? view with { Sort = _query.Sort, IsDescending = _query.IsDescending, Columns = _query.Columns }
            : view with { Columns = ColumnOrder.Kept(List.Choices, view.Columns) };
        (_given, _query, _typed) = (shown, shown, shown.Text);
        Lay();
        await QueryChosen.InvokeAsync(shown);
        await Restart();
    }

    private void Arrange(ImmutableArray<string> columns)
    {
        _query = _query with { Columns = columns };
        Lay();
    }

    // A table takes its columns and their order when it is made: other ones are another table, which reads anew.
    private void Lay()
    {
        _layout = new GridLayout<TRow>(List.OnScreen(_query), _query.Sort, _query.IsDescending);
        _asked++;
        (_grid, _window, _rows, _total, _isWhole, _isRead) = (null, null, null, _first, false, false);
    }

    private async Task Load(LoadDataArgs wanted)
    {
        Sort(wanted);
        var mine = ++_asked;
        try
        {
            _window ??= await OpenWindow();
            var piece = await _window.Read(_first + (wanted.Skip ?? 0), wanted.Top ?? 1, default);
            if (mine != _asked)
                return; // Somebody scrolled on meanwhile: what was read is not on the screen any more.
            // The grid counts its rows by an expression, which takes no array of ours.
            (_rows, _total, _isWhole) = (piece.Rows.ToList(), piece.Total, piece.IsWhole);
            (_isRead, _problem) = (true, null);
        }
        catch (NobodyAtDeskException)
        {
            Navigation.Refresh(forceReload: true); // That leads to the log-in.
        }
        catch (Exception fault)
        {
            var (code, detail) = FaultHandler.Explain(fault);
            (_window, _rows, _isRead, _problem) = (null, _rows ?? [], true, new Problem(code, detail));
        }
    }

    private async Task<ListWindow<TRow>> OpenWindow()
    {
        var caller = await Desk.Caller(default);
        var end = List.OpenEnd(caller, _query);
        _hasEnd = end is not null;
        return _isEnd && end is not null ? end : List.Open(caller, _query);
    }

    private void Sort(LoadDataArgs wanted)
    {
        var sort = wanted.Sorts?.FirstOrDefault(each => each.SortOrder is not null);
        var isDescending = sort?.SortOrder == SortOrder.Descending;
        var sorted = _query with { Sort = sort?.Property ?? "", IsDescending = isDescending };
        if (sorted == _query)
            return;
        (_query, _window, _first, _isAtEnd, _isEnd) = (sorted, null, 0, false, false);
    }

    private async Task Search()
    {
        await _typing.CancelAsync();
        _typing.Dispose();
        _typing = new CancellationTokenSource();
        try
        {
            await Task.Delay(Pause, _typing.Token);
        }
        catch (OperationCanceledException)
        {
            return; // More was typed.
        }
        _query = _query with { Text = ListQuery.Clean(_typed) };
        await Restart();
    }

    private async Task Toggle(TRow row)
    {
        var key = List.KeyOf(row);
        if (!Selection!.Remove(key))
            Selection.Add(key);
        await SelectionChanged.InvokeAsync();
    }

    // Not the page: what the filter finds, as far as one person can answer for it at once.
    private async Task ChooseAll()
    {
        _isChoosing = true;
        var keys = new List<string>();
        await foreach (var page in List.Pages(await Desk.Caller(default), _query, default))
        {
            keys.AddRange(page.Select(List.KeyOf));
            if (keys.Count > SelectionMax)
                break;
        }
        (_isChoosing, _problem) = (false, null);
        if (keys.Count > SelectionMax)
        {
            _problem = new Problem(
                ProblemCode.RecordInvalid, $"At most {Words.Count(SelectionMax, List.Noun.One, List.Noun.Many)} are "
                    + "chosen at once: search or filter first.");
            return;
        }
        Selection!.Clear();
        Selection.UnionWith(keys);
        await SelectionChanged.InvokeAsync();
    }

    private Task ChooseNone()
    {
        Selection!.Clear();
        return SelectionChanged.InvokeAsync();
    }

    private void Draw(RowRenderEventArgs<TRow> row)
    {
        if (CurrentKey is not null && row.Data is { } data && List.KeyOf(data) == CurrentKey)
            row.Attributes.Add("aria-current", "true");
    }
}
