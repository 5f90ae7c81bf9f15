using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tax;
using BillingActors.Domain.Tax.Terms;
using static BillingActors.Domain.Tests.Rating.Given;
using static BillingActors.Domain.Tests.Tax.Taxed;

namespace BillingActors.Domain.Tests.Tax;

/// <summary>Over what taxes are summed before they are rounded, and which way.</summary>
public sealed class TaxRoundingTests
{
    // Zuora, "Rounding method examples": 197.00 and 49.00 at 8.25 % are 16.25 and 4.04, in all 20.29.
    [Fact]
    public void Per_line_the_tax_of_each_line_is_rounded()
    {
        var taxed = Of(In(Place("us-ca", Rule("SALES", 8.25m)) with { Terms = PerLine }), Line(197m), Line(49m));

        Assert.Equal(["us-ca SALES 8.25 246 20.29 Standard"], taxed.Told());
        Assert.Equal([new LineTax(0, 0, 19700, 1625), new LineTax(1, 0, 4900, 404)], taxed.LineTaxes);
    }

    // The same lines as EN 16931 (BR-CO-17) has it: 246.00 at 8.25 % is 20.295, rounded once to 20.30. By line the
    // parts are 16.2525 and 4.0425: the cent that is left goes to the larger remainder.
    [Fact]
    public void Per_rate_the_base_of_a_rate_is_summed_first()
    {
        var taxed = Of(In(Place("us-ca", Rule("SALES", 8.25m))), Line(197m), Line(49m));

        Assert.Equal(20.30m, taxed.Tax());
        Assert.Equal([1626L, 404L], taxed.LineTaxes.Select(part => part.AmountMinor));
    }

    // State 6.25 %, county 0.25 %, city 1.125 % of 10.10: 0.63125 + 0.02525 + 0.113625 = 0.770125, together 0.77; each
    // by itself 0.63 + 0.03 + 0.11 = 0.77. Of 10.02: 0.62625 + 0.02505 + 0.112725 = 0.764025, together 0.76, each 0.77.
    [Theory]
    [InlineData("10.10", "0.77", "0.77")]
    [InlineData("10.02", "0.76", "0.77")]
    public void Per_invoice_the_rates_of_the_stack_are_rounded_together(
        decimal amount, decimal together, decimal each)
    {
        TaxRule[] rules = [Rule("STATE", 6.25m), Rule("COUNTY", 0.25m), Rule("CITY", 1.125m)];
        var places = rules.Select(rule => Place(rule.Code, rule)).ToArray();

        Assert.Equal(each, Of(In(places), Line(amount)).Tax());
        Assert.Equal(
            together, Of(In([.. places.Select(place => place with { Terms = PerInvoice })]), Line(amount)).Tax());
    }

    // 0.50 at 5 % is 0.025; 1.50 at 5 % is 0.075.
    [Theory]
    [InlineData(TaxRoundingMode.HalfUp, "0.03", "0.08")]
    [InlineData(TaxRoundingMode.HalfEven, "0.02", "0.08")]
    [InlineData(TaxRoundingMode.Up, "0.03", "0.08")]
    [InlineData(TaxRoundingMode.Down, "0.02", "0.07")]
    public void The_mode_of_rounding_is_named(TaxRoundingMode mode, decimal first, decimal second)
    {
        var standing = In(Place("x", Rule("TAX", 5m)) with { Terms = TaxTerms.Default with { Mode = mode } });

        Assert.Equal(first, Of(standing, Line(0.50m)).Tax());
        Assert.Equal(second, Of(standing, Line(1.50m)).Tax());
        Assert.Equal(-first, Of(standing, Line(-0.50m)).Tax());
    }

    // Japan has no minor unit: 10 % of 1,005 is 100.5, cut to 100 or rounded to 101. Kuwait has three decimals:
    // 5 % of 1.230 is 0.0615, rounded to 0.062.
    [Fact]
    public void The_exponent_of_the_currency_counts()
    {
        var yen = new Money(1005, Currency.Of("JPY"));
        var down = TaxTerms.Default with { Mode = TaxRoundingMode.Down };

        Assert.Equal(101m, Of(In(Place("jp", Rule("CT", 10m))), Line(yen)).Tax());
        Assert.Equal(100m, Of(In(Place("jp", Rule("CT", 10m)) with { Terms = down }), Line(yen)).Tax());
        Assert.Equal(
            0.062m, Of(In(Place("kw", Rule("VAT", 5m))), Line(new Money(1230, Currency.Of("KWD")))).Tax());
    }

    // EN 16931 keeps rates and categories apart: 3 × 0.50 at 19 % = 0.285 → 0.29, 10.00 at 7 % = 0.70, 5.00 at zero.
    [Fact]
    public void Each_rate_and_each_reason_has_a_line_of_its_own()
    {
        var zero = Rule("VAT", 0m, "export") with { Reason = TaxReason.ZeroRated };
        var exempt = Rule("VAT", 0m, "insurance") with { Reason = TaxReason.Exempt };
        var taxed = Of(
            In(Place("de", Rule("VAT", 19m), Rule("VAT", 7m, "reduced"), zero, exempt)),
            Line(0.5m), Line(10m, "reduced"), Line(0.5m), Line(5m, "export"), Line(0.5m), Line(2m, "insurance"),
            Line(3m, "none"));

        Assert.Equal(
            [
                "de VAT 19 1.5 0.29 Standard",
                "de VAT 7 10 0.7 Standard",
                "de VAT 0 5 0 ZeroRated",
                "de VAT 0 2 0 Exempt",
            ],
            taxed.Told());
    }

    // A tariff with taxes of its own gives its settings for the terms.
    [Fact]
    public void A_tariff_names_the_terms_of_its_own_taxes()
    {
        var taxes = new VersionTaxes(OnTariff, [Rule("VAT", 8.25m)]) { Terms = PerLine };

        Assert.Equal(20.29m, ByTariff(taxes, Line(197m), Line(49m)).Tax());
        Assert.Equal(20.30m, ByTariff(taxes with { Terms = TaxTerms.Default }, Line(197m), Line(49m)).Tax());
        Assert.Equal(Eur, Line(1m).Amount.Currency);
    }
}
