using System.Collections.Immutable;

namespace BillingActors.Gateway.Console.Lists;

/// <summary>
/// Looks at the last rows of a list whose pages are cut by key: they are read once, from the end, whatever lies before
/// them. How many that is, nobody counted.
/// </summary>
internal sealed class EndWindow<TRow>(Func<int, CancellationToken, Task<ImmutableArray<TRow>>> readLast)
    : ListWindow<TRow>
{
    /// <summary>Rows that are shown.</summary>
    public const int Length = 500;

    private ImmutableArray<TRow>? _rows;

    public override async Task<ListPiece<TRow>> Read(long skip, int countMax, CancellationToken cancellation)
    {
        var rows = _rows ??= await readLast(Length, cancellation);
        var shown = rows.Skip((int)Math.Min(skip, rows.Length)).Take(countMax);
        return new ListPiece<TRow>([.. shown], rows.Length, IsWhole: false);
    }
}
