using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;

namespace BillingActors.Domain.Tax;

/// <summary>
/// Taxes of an invoice: per code and percentage the base is summed over all lines and the tax rounded once.
/// </summary>
public static class TaxCalculation
{
    /// <summary>
    /// The tax lines, in the order in which the rules first appear. A line without a tariff version is untaxed unless
    /// rules are given for the empty version; a line whose version is unknown is a broken invariant.
    /// </summary>
    public static ImmutableArray<TaxLine> Of(
        ImmutableArray<RatedLine> lines, ImmutableArray<VersionTaxes> taxes, Currency currency)
    {
        var sums = new List<Sum>();
        foreach (var line in lines)
            AddLine(line, RulesOf(line, taxes), sums);
        return [.. sums.Where(sum => sum.Touched).Select(sum => sum.ToLine(currency))];
    }

    private static ImmutableArray<TaxRule> RulesOf(RatedLine line, ImmutableArray<VersionTaxes> taxes)
    {
        foreach (var version in taxes)
        {
            if (version.TariffVersion == line.TariffVersion)
                return version.Rules;
        }
        Invariant.Holds(line.TariffVersion.Length == 0, "the tax rules of each line's tariff version are given");
        return [];
    }

    private static void AddLine(RatedLine line, ImmutableArray<TaxRule> rules, List<Sum> sums)
    {
        var net = line.Amount.ToDecimal();
        var taxesBefore = 0m;
        foreach (var rule in rules)
        {
            var sum = SumOf(rule, sums);
            if (!rule.Categories.Contains(line.TaxCategory, StringComparer.Ordinal))
                continue;
            var compound = rule.IncludesTaxesBefore ? taxesBefore : 0m;
            sum.Add(line.Amount, compound);
            taxesBefore += (net + compound) * rule.Percent / 100m;
        }
    }

    private static Sum SumOf(TaxRule rule, List<Sum> sums)
    {
        var sum = sums.Find(known => known.Rule.Code == rule.Code && known.Rule.Percent == rule.Percent);
        if (sum is null)
            sums.Add(sum = new Sum(rule));
        return sum;
    }

    private sealed class Sum(TaxRule rule)
    {
        private long _minor;
        private decimal _taxesBefore;
        private bool _touched;

        public TaxRule Rule { get; } = rule;

        public bool Touched => _touched;

        public void Add(Money net, decimal taxesBefore)
        {
            _minor += net.Minor;
            _taxesBefore += taxesBefore;
            _touched = true;
        }

        // The base is rounded first, so that what is printed explains the tax: base times percent.
        public TaxLine ToLine(Currency currency)
        {
            var taxable = new Money(_minor, currency) + Rounding.ToMoney(_taxesBefore, currency);
            var tax = Rounding.ToMoney(taxable.ToDecimal() * Rule.Percent / 100m, currency);
            return new TaxLine(Rule.Code, Rule.Text, Rule.Percent, taxable, tax);
        }
    }
}
