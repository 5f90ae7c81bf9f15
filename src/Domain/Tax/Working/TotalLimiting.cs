using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tax.Working;

/// <summary>
/// Finds what the lines of a contract with their taxes are short of a least or beyond a most. It is shared over what is
/// taxed alike; each share holds its taxes, so that the bill comes to the limit exactly and each tax loses its part.
/// </summary>
internal static class TotalLimiting
{
    /// <summary>Code and unit of the lines.</summary>
    public const string Code = "total-limit";

    /// <summary>The lines that bring each contract to its limits, taxes in their amounts; mostly none.</summary>
    public static ImmutableArray<RatedLine> LinesOf(TaxRequest request, List<TaxPiece> pieces, TaxedLines taxed)
    {
        var gross = taxed.Lines.Select(static line => line.Amount.Minor).ToArray();
        foreach (var part in taxed.LineTaxes)
            gross[part.Line] += part.AmountMinor;
        return
        [
            .. Enumerable.Range(0, pieces.Count)
                .GroupBy(i => pieces[i].Line.ContractId, StringComparer.Ordinal)
                .SelectMany(contract => LinesOf(request, contract.ToList(), pieces, gross)),
        ];
    }

    private static IEnumerable<RatedLine> LinesOf(
        TaxRequest request, List<int> lines, List<TaxPiece> pieces, long[] gross)
    {
        if (LimitsOf(request, lines.ConvertAll(i => pieces[i].Line)) is not ({ } limits, var last))
            yield break;
        var total = lines.Sum(i => gross[i]);
        var missing = Limited(limits, total, request.Currency) - total;
        if (missing == 0)
            yield break;
        var alike = Alike(lines, pieces);
        var weights = alike.ConvertAll(group => group.Sum(i => gross[i]));
        var shares = Shared(missing, weights);
        var days = new Period(
            lines.Min(i => pieces[i].Line.Period.From), lines.Max(i => pieces[i].Line.Period.Until));
        for (var i = 0; i < shares.Length; i++)
        {
            if (shares[i] == 0)
                continue;
            var amount = new Money(shares[i], request.Currency);
            var first = pieces[alike[i][0]].Line;
            yield return new RatedLine(
                last.ContractId, Code, limits.Text, first.Period, 1m, Code, amount.ToDecimal(), amount.ToDecimal(),
                amount, null, null, last.TariffVersion, first.TaxCategory,
                new LineSource("charge", $"{days}, total {new Money(total, request.Currency).ToDecimal()}", ""));
        }
    }

    private static long Limited(TotalLimits limits, long total, Currency currency)
    {
        if (limits.Least is { } least)
            total = Math.Max(total, Rounding.ToMoney(least, currency).Minor);
        return limits.Most is { } most ? Math.Min(total, Rounding.ToMoney(most, currency).Minor) : total;
    }

    // The newest tariff of the contract that has any.
    private static (TotalLimits? Limits, RatedLine Last) LimitsOf(TaxRequest request, List<RatedLine> lines)
    {
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            var version = request.Versions.FirstOrDefault(one => one.TariffVersion == lines[i].TariffVersion);
            if (version is { Limits: { } limits })
                return (limits, lines[i]);
        }
        return (null, lines[^1]);
    }

    private static List<List<int>> Alike(List<int> lines, List<TaxPiece> pieces)
    {
        var groups = new List<List<int>>();
        foreach (var line in lines)
        {
            var piece = pieces[line];
            var group = groups.Find(known => pieces[known[0]].Line.TaxCategory == piece.Line.TaxCategory
                && pieces[known[0]].Treatment.IsSame(piece.Treatment));
            if (group is null)
                groups.Add(group = []);
            group.Add(line);
        }
        return groups;
    }

    // By what each comes to; where that is nothing in all, or less, the first has all of it.
    private static long[] Shared(long missing, List<long> weights)
    {
        var total = weights.Sum();
        return total > 0
            ? Apportionment.Of(missing, weights.ConvertAll(weight => (decimal)missing * weight / total))
            : [missing, .. new long[weights.Count - 1]];
    }
}
