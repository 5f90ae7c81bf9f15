using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using BillingActors.Gateway.Auth;

namespace BillingActors.Gateway.Console.Lists;

/// <summary>A list over a report whose pages are cut by key; its rows come in the report's order.</summary>
public abstract class CursorList<TRow> : DeskList<TRow>
{
    private const int PageLength = 500;

    /// <inheritdoc />
    public override ListWindow<TRow> Open(Caller caller, ListQuery query) => new CursorWindow<TRow>(
        (after, countMax, cancellation) => ReadAfter(caller, query, (after, countMax), cancellation), KeyOf);

    /// <inheritdoc />
    public override ListWindow<TRow>? OpenEnd(Caller caller, ListQuery query) => new EndWindow<TRow>(
        (countMax, cancellation) => ReadLast(caller, query, countMax, cancellation));

    /// <inheritdoc />
    public override async Task<long> Count(
        Caller caller, ListQuery query, long countMax, CancellationToken cancellation)
    {
        var count = 0L;
        await foreach (var page in Pages(caller, query, cancellation))
        {
            count += page.Length;
            if (count > countMax)
                break;
        }
        return count;
    }

    /// <inheritdoc />
    public override async IAsyncEnumerable<ImmutableArray<TRow>> Pages(
        Caller caller, ListQuery query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var after = "";
        ImmutableArray<TRow> page;
        do
        {
            page = await ReadAfter(caller, query, (after, PageLength), cancellation);
            if (page.IsEmpty)
                yield break;
            yield return page;
            after = KeyOf(page[^1]);
        }
        while (page.Length == PageLength);
    }

    /// <summary>The rows behind a key, at most so many; behind the empty key lies the whole list.</summary>
    protected abstract Task<ImmutableArray<TRow>> ReadAfter(
        Caller caller, ListQuery query, (string Key, int CountMax) after, CancellationToken cancellation);

    /// <summary>The last rows, at most so many, in the order of the list.</summary>
    protected abstract Task<ImmutableArray<TRow>> ReadLast(
        Caller caller, ListQuery query, int countMax, CancellationToken cancellation);
}
