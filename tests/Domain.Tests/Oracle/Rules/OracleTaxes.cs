using BillingActors.Domain.Rating;

namespace BillingActors.Domain.Tests.Oracle.Rules;

/// <summary>Taxes in percent: bases are summed by code and percentage, and each tax is rounded once.</summary>
internal static class OracleTaxes
{
    /// <summary>Base and tax in minor units, by code and percentage.</summary>
    public static Dictionary<(string Code, decimal Percent), (long Base, long Tax)> Of(
        RatingRequest request, IEnumerable<OracleLine> lines)
    {
        var bases = new Dictionary<(string Code, decimal Percent), Rational>();
        var rules = request.Tariff.Versions.ToDictionary(
            version => $"{request.Tariff.Id}@{version.Number}",
            static version => version.Taxes,
            StringComparer.Ordinal);
        foreach (var line in lines)
        {
            Rational before = 0;
            foreach (var rule in rules[line.TariffVersion].Where(rule => rule.Categories.Contains(line.TaxCategory)))
            {
                var taxable = line.Minor + (rule.IncludesTaxesBefore ? before : 0);
                var key = (rule.Code, rule.Percent);
                bases[key] = bases.GetValueOrDefault(key) + taxable;
                before += taxable * rule.Percent / 100;
            }
        }
        return bases.ToDictionary(static entry => entry.Key, static entry => Taxed(entry.Value, entry.Key.Percent));
    }

    private static (long Base, long Tax) Taxed(Rational taxable, decimal percent)
    {
        var rounded = taxable.InUnitsOf(0);
        return (rounded, ((Rational)rounded * percent / 100).InUnitsOf(0));
    }
}
