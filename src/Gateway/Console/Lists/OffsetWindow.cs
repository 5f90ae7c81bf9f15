using System.Collections.Immutable;

namespace BillingActors.Gateway.Console.Lists;

/// <summary>
/// Looks into a list whose rows are reached by their place: it is counted once, and read where one looks. It begins at
/// the end that is nearer, or at a row it showed before: the last rows cost what the first do, and who scrolls on from
/// anywhere pays for the step and not for the way.
/// </summary>
internal sealed class OffsetWindow<TRow>(
    Func<CancellationToken, Task<long>> count,
    Func<ListReach<TRow>, CancellationToken, Task<ImmutableArray<TRow>>> read) : ListWindow<TRow>
    where TRow : class
{
    private const int KnownMax = 32;

    private readonly List<(long Place, TRow Row)> _known = [];
    private long? _total;

    public override async Task<ListPiece<TRow>> Read(long skip, int countMax, CancellationToken cancellation)
    {
        var total = _total ??= await count(cancellation);
        var length = (int)Math.Min(countMax, total - skip);
        if (length <= 0)
            return new ListPiece<TRow>([], total, IsWhole: true);
        var reach = Ways(skip, length, total).MinBy(way => way.Skip)!;
        var found = await read(reach, cancellation);
        ImmutableArray<TRow> rows = reach.IsBackward ? [.. found.Reverse()] : found;
        Remember(skip, rows);
        return new ListPiece<TRow>(rows, total, IsWhole: true);
    }

    private IEnumerable<ListReach<TRow>> Ways(long skip, int length, long total)
    {
        yield return new ListReach<TRow>(null, skip, length, IsBackward: false);
        yield return new ListReach<TRow>(null, total - skip - length, length, IsBackward: true);
        foreach (var (place, row) in _known)
        {
            if (place < skip)
                yield return new ListReach<TRow>(row, skip - place - 1, length, IsBackward: false);
            else if (place >= skip + length)
                yield return new ListReach<TRow>(row, place - skip - length, length, IsBackward: true);
        }
    }

    private void Remember(long skip, ImmutableArray<TRow> rows)
    {
        if (rows.IsEmpty)
            return;
        _known.Add((skip, rows[0]));
        _known.Add((skip + rows.Length - 1, rows[^1]));
        if (_known.Count > KnownMax)
            _known.RemoveRange(0, 2);
    }
}
