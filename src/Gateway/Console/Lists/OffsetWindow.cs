using System.Collections.Immutable;

namespace BillingActors.Gateway.Console.Lists;

/// <summary>
/// Looks into a list whose rows are reached by their place: it is counted once, and read where one looks.
/// </summary>
internal sealed class OffsetWindow<TRow>(
    Func<CancellationToken, Task<long>> count,
    Func<long, int, CancellationToken, Task<ImmutableArray<TRow>>> read) : ListWindow<TRow>
{
    private long? _total;

    public override async Task<ListPiece<TRow>> Read(int skip, int countMax, CancellationToken cancellation)
    {
        var total = _total ??= await count(cancellation);
        return new ListPiece<TRow>(await read(skip, countMax, cancellation), total, IsWhole: true);
    }
}
