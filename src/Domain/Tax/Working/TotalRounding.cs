using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tax.Working;

/// <summary>
/// Brings what is to be paid to a multiple with an untaxed line, so that lines and taxes still sum to it.
/// </summary>
internal static class TotalRounding
{
    private const string Code = "rounding";
    private const string Untaxed = "none";

    /// <summary>The lines with one more where the total is rounded; the newest tariff that says so counts.</summary>
    public static TaxedLines Of(TaxRequest request, TaxedLines taxed)
    {
        if (VersionOf(request) is not ({ Total: { } rounding } version, var last))
            return taxed;
        var lines = Money.Sum(request.Currency, taxed.Lines.Select(static line => line.Amount));
        var total = (lines + Money.Sum(request.Currency, taxed.Taxes.Select(static tax => tax.Amount))).ToDecimal();
        var missing = rounding.Round(total) - total;
        var amount = Rounding.ToMoney(missing, request.Currency);
        if (amount.Minor == 0)
            return taxed;
        var line = new RatedLine(
            last.ContractId, Code, version.TotalText, DaysOf(request), 1m, Code, missing, missing, amount, null, null,
            version.TariffVersion, Untaxed, new LineSource("charge", $"total {Exact.Text(total)}", ""));
        return taxed with { Lines = taxed.Lines.Add(line) };
    }

    private static (VersionTaxes Version, RatedLine Last)? VersionOf(TaxRequest request)
    {
        if (request.Versions.All(static version => version.Total is null))
            return null;
        for (var i = request.Lines.Length - 1; i >= 0; i--)
        {
            var line = request.Lines[i];
            var version = request.Versions.FirstOrDefault(one => one.TariffVersion == line.TariffVersion);
            if (version is { Total: not null })
                return (version, line);
        }
        return null;
    }

    private static Period DaysOf(TaxRequest request) => new(
        request.Lines.Min(static line => line.Period.From), request.Lines.Max(static line => line.Period.Until));
}
