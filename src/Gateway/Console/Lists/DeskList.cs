using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using BillingActors.Gateway.Auth;

namespace BillingActors.Gateway.Console.Lists;

/// <summary>
/// A list of the console: what a person may see of a report, in columns, on the screen and as a file. It asks the
/// report with the person's own rights.
/// </summary>
public abstract class DeskList<TRow> : IDeskList
{
    private const string CurrencyKey = "currency";

    /// <inheritdoc />
    public abstract string Name { get; }

    /// <inheritdoc />
    public abstract (string One, string Many) Noun { get; }

    /// <inheritdoc />
    public abstract string Permission { get; }

    /// <summary>Its columns, in order.</summary>
    public abstract ImmutableArray<ListColumn<TRow>> Columns { get; }

    /// <summary>What to type into its search; null where it has none.</summary>
    public virtual string? SearchHint => null;

    /// <inheritdoc />
    public ImmutableArray<ColumnChoice> Choices => [.. Columns.Select(column => column.Choice)];

    /// <summary>Columns on the screen, in order.</summary>
    public ImmutableArray<ListColumn<TRow>> OnScreen(ListQuery query) => ColumnOrder.Of(Columns, query.Columns);

    /// <summary>
    /// Columns of a file, in order: all of them where nobody chose, so that files stay alike; else those that are seen.
    /// The currency comes last where money is seen without it: in a file an amount is a bare number.
    /// </summary>
    public ImmutableArray<ListColumn<TRow>> InFile(ListQuery query)
    {
        if (query.Columns.IsEmpty)
            return Columns;
        var seen = OnScreen(query);
        return seen.Any(column => column.IsMoney) && seen.All(column => column.Key != CurrencyKey)
            ? [.. seen, .. Columns.Where(column => column.Key == CurrencyKey)]
            : seen;
    }

    /// <inheritdoc />
    public ImmutableArray<string> Headings(ListQuery query) => [.. InFile(query).Select(column => column.Key)];

    /// <summary>What tells a row from every other.</summary>
    public abstract string KeyOf(TRow row);

    /// <summary>Lets a page look into it.</summary>
    public abstract ListWindow<TRow> Open(Caller caller, ListQuery query);

    /// <summary>
    /// Lets a page look at the last rows of a list that is not reached by place; null where it is, or has no way there.
    /// </summary>
    public virtual ListWindow<TRow>? OpenEnd(Caller caller, ListQuery query) => null;

    /// <inheritdoc />
    public abstract Task<long> Count(
        Caller caller, ListQuery query, long countMax, CancellationToken cancellation);

    /// <summary>All rows of a query, in pages.</summary>
    public abstract IAsyncEnumerable<ImmutableArray<TRow>> Pages(
        Caller caller, ListQuery query, CancellationToken cancellation);

    /// <inheritdoc />
    public async IAsyncEnumerable<ImmutableArray<CellValue>> Lines(
        Caller caller, ListQuery query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var columns = InFile(query);
        await foreach (var page in Pages(caller, query, cancellation))
        {
            foreach (var row in page)
                yield return [.. columns.Select(column => column.Value(row))];
        }
    }
}
