using BillingActors.Domain.Tax.Reliefs;
using BillingActors.Domain.Tax.Terms;
using static BillingActors.Domain.Tests.Rating.Given;
using static BillingActors.Domain.Tests.Tax.Taxed;

namespace BillingActors.Domain.Tests.Tax;

/// <summary>Prices that include tax.</summary>
public sealed class InclusivePriceTests
{
    // Zuora, "Rounding rule for inclusive tax mode": 2.99 with 4 % is 2.875 → 2.88 net and 0.11 tax; with the tax
    // rounded, 0.115 → 0.12 tax and 2.87 net.
    [Theory]
    [InlineData(TaxInclusiveRounding.Net, "2.88", "0.11")]
    [InlineData(TaxInclusiveRounding.Tax, "2.87", "0.12")]
    public void The_net_is_rounded_and_the_tax_is_the_rest_or_the_other_way(
        TaxInclusiveRounding rounding, decimal net, decimal tax)
    {
        var place = Place("x", Rule("VAT", 4m)) with { Terms = TaxTerms.Default with { Inclusive = rounding } };
        var taxed = Of(In(place), TaxPrices.Inclusive, Line(2.99m));

        Assert.Equal((net, tax), (taxed.Net(), taxed.Tax()));
        Assert.Equal(Euros(2.99m), taxed.Lines[0].Gross);
    }

    // Zuora, "Redistribute Zuora Tax rounding differences": 30.00 and 50.00 with 8 %; by line 2.22 + 3.70 = 5.92, for
    // the rate 5.93, of which the lines have 2.22 and 3.71.
    [Fact]
    public void A_rate_is_taken_out_of_the_sum_and_shared_over_the_lines()
    {
        var place = Place("us", Rule("SALES", 8m));
        var whole = Of(In(place), TaxPrices.Inclusive, Line(30m), Line(50m));
        var byLine = Of(In(place with { Terms = PerLine }), TaxPrices.Inclusive, Line(30m), Line(50m));

        Assert.Equal((5.93m, 5.92m), (whole.Tax(), byLine.Tax()));
        Assert.Equal([222L, 371L], whole.LineTaxes.Select(part => part.AmountMinor));
        Assert.Equal([222L, 370L], byLine.LineTaxes.Select(part => part.AmountMinor));
        Assert.Equal([27.78m, 46.29m], whole.Lines.Select(line => line.Amount.ToDecimal()));
    }

    // The documentation of GOBL on rounding: 10.00 with 21 % is 8.26 net; taxed again it would be 9.99, a cent lost.
    [Fact]
    public void The_price_stays_the_price()
    {
        var taxed = Of(In(Place("es", Rule("VAT", 21m))), TaxPrices.Inclusive, Line(10m));

        Assert.Equal((8.26m, 1.74m), (taxed.Net(), taxed.Tax()));
    }

    // Quebec before 2013 in one price: 114.98 / (1.05 × 1.095) = 100.0043… → 100.00; 14.98 is left: 5.0002 and 9.9754,
    // so 5.00 and 9.98.
    [Fact]
    public void Compound_taxes_are_taken_out_together()
    {
        var place = Place("ca", Rule("GST", 5m), Rule("QST", 9.5m) with { IncludesTaxesBefore = true });

        Assert.Equal(
            ["ca GST 5 100 5 Standard", "ca QST 9.5 105 9.98 Standard"],
            Of(In(place), TaxPrices.Inclusive, Line(114.98m)).Told());
    }

    // 300 kWh for 107.10 with VAT and electricity tax: 107.10 / 1.19 = 90.00; less 300 × 0.0205 = 6.15 leaves 83.85.
    [Fact]
    public void A_tax_by_unit_is_taken_out_too()
    {
        var duty = Rule("STROMST", 0m) with { PerUnit = 0.0205m, Unit = "kWh" };
        var vat = Rule("VAT", 19m) with { IncludesTaxesBefore = true };

        var taxed = Of(
            In(Place("de", duty, vat)), TaxPrices.Inclusive, Line(107.10m) with { Quantity = 300m });

        Assert.Equal(83.85m, taxed.Net());
        Assert.Equal(["de STROMST 0 83.85 6.15 Standard", "de VAT 19 90 17.1 Standard"], taxed.Told());
    }

    // Stripe: what an inclusive price costs does not change with what the customer owes. Shops that sell abroad take
    // the tax out instead: 119.00 with 19 % is 100.00 for who owes none.
    [Theory]
    [InlineData(TaxPrices.Inclusive, 119)]
    [InlineData(TaxPrices.InclusiveWhereDue, 100)]
    public void Who_owes_no_tax_pays_the_price_or_the_net(TaxPrices prices, decimal paid)
    {
        var exempt = new TaxExemption("E1", "de", "Embassy", Day("2025-01-01"), null);
        var standing = In(Place("de", Rule("VAT", 19m)));

        var taxed = Of(standing.With(exempt), prices, Line(119m));
        Assert.Equal((paid, 0m), (taxed.Net(), taxed.Tax()));
        Assert.Equal(100m, Of(standing, prices, Line(119m)).Net());
    }

    [Fact]
    public void A_tax_on_a_part_of_an_amount_cannot_be_taken_out()
    {
        var place = Place("us-tn", Rule("LOCAL", 2.25m) with { UpTo = 1600m });

        Assert.Equal(
            "tax-inclusive-bracket",
            Assert.Single(Of(In(place), TaxPrices.Inclusive, Line(2000m)).Holds).Code);
    }
}
