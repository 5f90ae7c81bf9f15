using BillingActors.Domain.Rating;

namespace BillingActors.Domain.Tax.Working;

/// <summary>What lines come to with their taxes, and how an amount with taxes is shared over lines.</summary>
internal sealed class GrossAmounts
{
    private readonly IReadOnlyList<TaxPiece> _pieces;
    private readonly long[] _gross;

    /// <summary>The pieces of the lines with the taxes that were found for them.</summary>
    public GrossAmounts(IReadOnlyList<TaxPiece> pieces, TaxedLines taxed)
    {
        _pieces = pieces;
        _gross = [.. pieces.Select((_, index) => taxed.Lines[index].Amount.Minor)];
        foreach (var part in taxed.LineTaxes)
            _gross[part.Line] += part.AmountMinor;
    }

    /// <summary>How many pieces there are.</summary>
    public int Count => _pieces.Count;

    /// <summary>The line, or the days of it that are taxed alike.</summary>
    public RatedLine this[int piece] => _pieces[piece].Line;

    /// <summary>What the piece comes to with its taxes, in minor units.</summary>
    public long Of(int piece) => _gross[piece];

    /// <summary>
    /// The shares of an amount, one for the pieces that are taxed alike, by what these come to; shares of nothing are
    /// left out. Where all come to nothing, or less, the first has all of it.
    /// </summary>
    /// <param name="pieces">Indices of the pieces, at least one.</param>
    /// <param name="minor">The amount with taxes, in minor units.</param>
    public IEnumerable<(RatedLine First, long Minor)> Shares(IReadOnlyList<int> pieces, long minor)
    {
        var alike = Alike(pieces);
        var shares = Shared(minor, alike.ConvertAll(group => group.Sum(Of)));
        for (var i = 0; i < shares.Length; i++)
        {
            if (shares[i] != 0)
                yield return (this[alike[i][0]], shares[i]);
        }
    }

    private List<List<int>> Alike(IReadOnlyList<int> pieces)
    {
        var groups = new List<List<int>>();
        foreach (var index in pieces)
        {
            var piece = _pieces[index];
            var group = groups.Find(known => this[known[0]].TaxCategory == piece.Line.TaxCategory
                && _pieces[known[0]].Treatment.IsSame(piece.Treatment));
            if (group is null)
                groups.Add(group = []);
            group.Add(index);
        }
        return groups;
    }

    private static long[] Shared(long minor, List<long> weights)
    {
        var total = weights.Sum();
        return total > 0
            ? Apportionment.Of(minor, weights.ConvertAll(weight => (decimal)minor * weight / total))
            : [minor, .. new long[weights.Count - 1]];
    }
}
