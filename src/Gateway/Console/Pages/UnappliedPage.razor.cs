using System.Collections.Immutable;
using BillingActors.Gateway.Console.Lists;
using BillingActors.Gateway.Console.Look;
using BillingActors.Gateway.Console.Parts;
using BillingActors.Grains.Interfaces.Reports;
using BillingActors.Storage.Reports;
using Microsoft.AspNetCore.Components;

namespace BillingActors.Gateway.Console.Pages;

/// <summary>Money of known accounts that is set against nothing: what it may pay is proposed, and applied.</summary>
public sealed partial class UnappliedPage
{
    private BillingGrid<UnappliedReceiptRow>? _grid;
    private UnappliedReceiptRow? _current;
    private ImmutableArray<(string Entity, string Currency)> _books = [];
    private ListQuery _query = new();
    private bool _isOpen;

    [Inject]
    private Desk Desk { get; set; } = default!;

    [Inject]
    private SharedViews Shared { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private ILimitReports Entities { get; set; } = default!;

    [SupplyParameterFromQuery]
    private string? Entity { get; set; }

    [SupplyParameterFromQuery]
    private string? Currency { get; set; }

    private string Books => $"{_query.Filter(UnappliedList.Entity)}/{_query.Filter(UnappliedList.Currency)}";

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        var scope = (await Desk.Caller(default)).Scope;
        var asked = (ListQuery.Clean(Entity), ListQuery.Clean(Currency));
        var known = (await Entities.Limits(scope, default)).Select(one => (one.EntityId, one.Currency));
        // An address may ask for another currency than the entity's own.
        _books = asked is ({ Length: > 0 }, { Length: > 0 }) && scope.Allows(asked.Item1)
            ? [asked, .. known.Where(one => one != asked)]
            : [.. known];
        if (_books.IsEmpty)
            return;
        _query = await Shared.Begin(List.Name, Navigation.Uri, QueryOf(_books[0]), default);
        // Whoever may not see what the role begins with begins with what it may.
        if (!IsKnown(_query))
            _query = QueryOf(_books[0]);
        _isOpen = RendererInfo.IsInteractive;
    }

    private bool IsKnown(ListQuery query) => _books.Any(one =>
        one == (query.Filter(UnappliedList.Entity), query.Filter(UnappliedList.Currency)));

    private void Apply(ListQuery view)
    {
        if (IsKnown(view))
            (_current, _query) = (null, view);
    }

    private static ListQuery QueryOf((string Entity, string Currency) books) => new ListQuery()
        .With(UnappliedList.Entity, books.Entity).With(UnappliedList.Currency, books.Currency);

    private void Choose(UnappliedReceiptRow row) => _current = row;

    private void Filter(ChangeEventArgs chosen)
    {
        if (chosen.Value?.ToString()?.Split('/') is not [var entity, var currency])
            return;
        (_current, _query) = (null, QueryOf((entity, currency)));
    }

    /// <summary>The next receipt comes up; the list is read again.</summary>
    private async Task GoOn()
    {
        if (_current is { } done)
            _current = await List.Next(await Desk.Caller(default), _query, List.KeyOf(done), default);
        if (_grid is not null)
            await _grid.Refresh();
    }
}
