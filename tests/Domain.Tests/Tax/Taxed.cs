using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tax;
using BillingActors.Domain.Tax.Places;
using BillingActors.Domain.Tax.Reliefs;
using BillingActors.Domain.Tax.Terms;
using static BillingActors.Domain.Tests.Rating.Given;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tests.Tax;

/// <summary>What the examples of taxes start from: lines, tables, customers.</summary>
internal static class Taxed
{
    public const string OnTariff = "t@1";

    public static readonly TaxTerms PerLine = TaxTerms.Default with { Scope = TaxRoundingScope.PerLine };

    public static readonly TaxTerms PerInvoice = TaxTerms.Default with { Scope = TaxRoundingScope.PerInvoice };

    public static TaxRule Rule(string code, decimal percent, params string[] categories) =>
        new(code, code, percent, categories.Length == 0 ? ["standard"] : [.. categories]);

    public static RatedLine Line(decimal amount, string category = "standard", Period? days = null) =>
        Line(new Money(decimal.ToInt64(amount * 100m), Eur), category, days);

    public static RatedLine Line(Money amount, string category = "standard", Period? days = null)
    {
        var exact = amount.ToDecimal();
        return new RatedLine("C1", "energy", "Energy", days ?? January, 1m, "kWh", exact, exact, amount, null, null,
            OnTariff, category, new LineSource("charge", "", ""));
    }

    public static TaxJurisdiction Place(string id, params TaxRule[] rules) => new(id, id, [.. rules]);

    /// <summary>Supplied in all of the jurisdictions, in their order.</summary>
    public static TaxStanding In(params TaxJurisdiction[] places) =>
        new([.. places], [], new TaxProfile([.. places.Select(place => new TaxPlacement(place.Id))], [], null));

    public static TaxStanding With(this TaxStanding standing, params TaxExemption[] exemptions) =>
        standing with { Profile = standing.Profile with { Exemptions = [.. exemptions] } };

    public static TaxStanding With(this TaxStanding standing, string number, params VatCheck[] checks) =>
        standing with { Profile = standing.Profile with { VatNumber = new VatNumber(number, [.. checks]) } };

    public static TaxedLines Of(TaxStanding standing, params IEnumerable<RatedLine> lines) =>
        Of(standing, TaxPrices.Exclusive, lines);

    public static TaxedLines Of(TaxStanding standing, TaxPrices prices, params IEnumerable<RatedLine> lines)
    {
        ImmutableArray<RatedLine> all = [.. lines];
        return TaxCalculation.Of(
            new TaxRequest(all, [new VersionTaxes(OnTariff, []) { Prices = prices }], all[0].Amount.Currency)
            {
                Standing = standing,
            });
    }

    /// <summary>The taxes by the tariff's own rules.</summary>
    public static TaxedLines ByTariff(VersionTaxes taxes, params IEnumerable<RatedLine> lines)
    {
        ImmutableArray<RatedLine> all = [.. lines];
        return TaxCalculation.Of(new TaxRequest(all, [taxes], all[0].Amount.Currency));
    }

    public static decimal Net(this TaxedLines taxed) => taxed.Lines.Sum(line => line.Amount.ToDecimal());

    public static decimal Tax(this TaxedLines taxed) => taxed.Taxes.Sum(tax => tax.Amount.ToDecimal());

    /// <summary>Each tax as text: whose, code, percent, base, amount, reason.</summary>
    public static string[] Told(this TaxedLines taxed) => [.. taxed.Taxes.Select(tax => FormattableString.Invariant(
        $"{tax.Jurisdiction} {tax.Code} {tax.Percent} {tax.Base.ToDecimal()} {tax.Amount.ToDecimal()} {tax.Reason}"))];
}
