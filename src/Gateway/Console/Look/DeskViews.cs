using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Gateway.Console.Lists;
using BillingActors.Storage.Users;

namespace BillingActors.Gateway.Console.Look;

/// <summary>How a person wants lists to look; kept with the person, so that no browser forgets it.</summary>
internal sealed class DeskViews(Desk desk, IViewSettingStore store)
{
    private const string RowsName = "rows";
    private const string ColumnsName = "columns/";
    private int? _rows;

    /// <summary>Rows of a page that a person can choose from; the first where nobody chose.</summary>
    public static IReadOnlyList<int> RowChoices { get; } = [50, 25, 100, 200];

    /// <summary>Rows of a page of a list.</summary>
    public async Task<int> Rows(CancellationToken cancellation)
    {
        if (_rows is { } known)
            return known;
        var person = (await desk.Caller(cancellation)).PersonId;
        _rows = RowsIn(await store.Find(person, RowsName, cancellation));
        return _rows.Value;
    }

    /// <summary>Keeps how many rows a person wants; what is no choice is none.</summary>
    public static Task KeepRows(
        IViewSettingStore store, string personId, string? rows, CancellationToken cancellation) =>
        store.Save(
            personId, RowsName, RowsIn(rows).ToString(CultureInfo.InvariantCulture), cancellation);

    /// <summary>Columns the person chose for a list, in order; none where it did not.</summary>
    public async Task<ImmutableArray<string>> Columns(string list, CancellationToken cancellation) =>
        ColumnOrder.Read(await store.Find(
            (await desk.Caller(cancellation)).PersonId, ColumnsName + list, cancellation));

    /// <summary>Keeps the columns a person chose for a list; none for the usual ones.</summary>
    public async Task KeepColumns(string list, ImmutableArray<string> columns, CancellationToken cancellation) =>
        await store.Save(
            (await desk.Caller(cancellation)).PersonId, ColumnsName + list, ColumnOrder.Write(columns), cancellation);

    private static int RowsIn(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rows) && RowChoices.Contains(rows)
            ? rows
            : RowChoices[0];
}
