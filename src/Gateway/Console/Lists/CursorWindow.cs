using System.Collections.Immutable;

namespace BillingActors.Gateway.Console.Lists;

/// <summary>
/// Looks into a list whose pages are cut by key: it remembers the key at each page's end and the pages it read last,
/// and knows of the list what was scrolled through, and one page more.
/// </summary>
internal sealed class CursorWindow<TRow>(
    Func<string, int, CancellationToken, Task<ImmutableArray<TRow>>> readAfter, Func<TRow, string> keyOf)
    : ListWindow<TRow>
{
    /// <summary>Rows of a page.</summary>
    public const int PageLength = 100;

    private const int KeptMax = 3;

    private readonly List<string> _ends = [""];
    private readonly List<(int Page, ImmutableArray<TRow> Rows)> _kept = [];
    private long? _total;

    /// <summary>Pages whose first key is known.</summary>
    private long Reached => _total ?? (long)_ends.Count * PageLength;

    public override async Task<ListPiece<TRow>> Read(long skip, int countMax, CancellationToken cancellation)
    {
        var rows = ImmutableArray.CreateBuilder<TRow>();
        var place = skip;
        while (rows.Count < countMax && place < Reached)
        {
            var page = await Page((int)(place / PageLength), cancellation);
            var wanted = page.Skip((int)(place % PageLength)).Take(countMax - rows.Count).ToList();
            if (wanted.Count == 0)
                break;
            rows.AddRange(wanted);
            place += wanted.Count;
        }
        return new ListPiece<TRow>(rows.ToImmutable(), Reached, _total is not null);
    }

    private async Task<ImmutableArray<TRow>> Page(int page, CancellationToken cancellation)
    {
        var at = _kept.FindIndex(kept => kept.Page == page);
        if (at >= 0)
            return _kept[at].Rows;
        var rows = await readAfter(_ends[page], PageLength + 1, cancellation);
        var goesOn = rows.Length > PageLength;
        var shown = goesOn ? rows[..PageLength] : rows;
        if (!goesOn)
            _total = ((long)page * PageLength) + shown.Length;
        else if (page == _ends.Count - 1)
            _ends.Add(keyOf(shown[^1]));
        if (_kept.Count == KeptMax)
            _kept.RemoveAt(0);
        _kept.Add((page, shown));
        return shown;
    }
}
