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
    public static ImmutableArray<RatedLine> LinesOf(TaxRequest request, GrossAmounts gross) =>
    [
        .. Enumerable.Range(0, gross.Count)
            .GroupBy(i => gross[i].ContractId, StringComparer.Ordinal)
            .SelectMany(contract => LinesOf(request, contract.ToList(), gross)),
    ];

    private static IEnumerable<RatedLine> LinesOf(TaxRequest request, List<int> pieces, GrossAmounts gross)
    {
        if (LimitsOf(request, pieces.ConvertAll(i => gross[i])) is not ({ } limits, var last))
            yield break;
        var total = pieces.Sum(gross.Of);
        var missing = Limited(limits, total, request.Currency) - total;
        if (missing == 0)
            yield break;
        var days = new Period(pieces.Min(i => gross[i].Period.From), pieces.Max(i => gross[i].Period.Until));
        foreach (var (first, share) in gross.Shares(pieces, missing))
        {
            var amount = new Money(share, request.Currency);
            yield return new RatedLine(
                last.ContractId, Code, limits.Text, first.Period, 1m, Code, amount.ToDecimal(), amount.ToDecimal(),
                amount, null, null, last.TariffVersion, first.TaxCategory,
                new LineSource("charge", $"{days}, total {new Money(total, request.Currency).ToDecimal()}", ""))
            {
                IncludesTax = true,
            };
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
}
