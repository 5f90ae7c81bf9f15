using System.Collections.Immutable;
using BillingActors.Gateway.Console.Lists;
using Radzen;

namespace BillingActors.Gateway.Console.Parts;

/// <summary>How a table is made: its columns in order, and by which of them it is sorted at first.</summary>
/// <param name="columns">Its columns, in order.</param>
/// <param name="sort">Key of the column it is sorted by; empty for the order of the list.</param>
/// <param name="isDescending">Whether the order is turned round.</param>
internal sealed class GridLayout<TRow>(
    ImmutableArray<ListColumn<TRow>> columns, string sort, bool isDescending)
{
    private const string TextWidth = "220px";
    private const string OtherWidth = "140px";

    /// <summary>Its columns, in order.</summary>
    public ImmutableArray<ListColumn<TRow>> Columns => columns;

    /// <summary>How a column is sorted at first; null where the table is not sorted by it.</summary>
    public SortOrder? OrderOf(ListColumn<TRow> column) => column.Key != sort || !column.IsSortable
        ? null
        : isDescending ? SortOrder.Descending : SortOrder.Ascending;

    /// <summary>
    /// The width of a column. What takes what is left has a width of its own beside columns that somebody added: they
    /// may leave nothing, and the table is scrolled then.
    /// </summary>
    public string? WidthOf(ListColumn<TRow> column) => column.Width
        ?? (column.IsForFiles ? OtherWidth : columns.Any(one => one.IsForFiles) ? TextWidth : null);
}
