using static BillingActors.Domain.Tests.Rating.Given;
using static BillingActors.Domain.Tests.Tax.Taxed;

namespace BillingActors.Domain.Tests.Tax;

/// <summary>What taxes are taken of: the line, taxes before, units, a part of an amount.</summary>
public sealed class TaxBaseTests
{
    // Quebec until 2012: GST 5 %, and QST 9.5 % on the price with GST. 100.00 → 5.00 and 105.00 × 9.5 % = 9.975 → 9.98.
    // From 2013 on QST is 9.975 % on the price alone: 9.975 → 9.98 as well, on a base of 100.00.
    [Fact]
    public void A_tax_may_include_the_taxes_before_it_until_the_law_changes()
    {
        var compound = Rule("QST", 9.5m) with { IncludesTaxesBefore = true, ValidUntil = Day("2013-01-01") };
        var plain = Rule("QST", 9.975m) with { ValidFrom = Day("2013-01-01") };
        var quebec = In(Place("ca", Rule("GST", 5m)), Place("ca-qc", compound, plain));

        Assert.Equal(
            ["ca GST 5 100 5 Standard", "ca-qc QST 9.5 105 9.98 Standard"],
            Of(quebec, Line(100m, days: Days("2012-12-01", "2013-01-01"))).Told());
        Assert.Equal(
            ["ca GST 5 100 5 Standard", "ca-qc QST 9.975 100 9.98 Standard"],
            Of(quebec, Line(100m, days: Days("2013-01-01", "2013-02-01"))).Told());
    }

    // India before 2015: service tax 12 %, education cess 2 % and higher education cess 1 % of the service tax, in all
    // 12.36 %. 1,000.00 → 120.00 + 2.40 + 1.20.
    [Fact]
    public void A_cess_is_taken_of_taxes_alone()
    {
        var cess = Rule("EC", 2m) with { OfTaxes = ["ST"] };
        var higher = Rule("SHEC", 1m) with { OfTaxes = ["ST"] };

        Assert.Equal(
            ["in ST 12 1000 120 Standard", "in EC 2 120 2.4 Standard", "in SHEC 1 120 1.2 Standard"],
            Of(In(Place("in", Rule("ST", 12m), cess, higher)), Line(1000m)).Told());
    }

    // German electricity tax: 20.50 EUR per MWh, and VAT on price with tax. 300 kWh for 90.00: 6.15; 19 % of 96.15 =
    // 18.2685 → 18.27. The basic charge has another unit and bears VAT alone.
    [Fact]
    public void A_tax_by_unit_is_taken_of_lines_in_that_unit()
    {
        var duty = Rule("STROMST", 0m) with { PerUnit = 0.0205m, Unit = "kWh" };
        var vat = Rule("VAT", 19m) with { IncludesTaxesBefore = true };
        var used = Line(90m) with { Quantity = 300m };
        var fixedCharge = Line(10m) with { Unit = "month" };

        var taxed = Of(In(Place("de", duty, vat)), used, fixedCharge);

        Assert.Equal(["de STROMST 0 90 6.15 Standard", "de VAT 19 106.15 20.17 Standard"], taxed.Told());
        Assert.Equal(0.0205m, taxed.Taxes[0].PerUnit);
        Assert.Equal(-6.15m, Of(In(Place("de", duty)), used with { Amount = Euros(-90m) }).Tax());
    }

    // Tennessee's single article rule: local tax, here 2.25 %, on the first 1,600.00 of an article; a state tax of 2.75
    // % on what lies between 1,600.00 and 3,200.00; the state's 7 % on all. Of 4,000.00: 280.00, 36.00 and 44.00.
    [Fact]
    public void A_tax_may_count_a_part_of_an_amount()
    {
        var local = Rule("LOCAL", 2.25m) with { UpTo = 1600m };
        var single = Rule("SINGLE", 2.75m) with { Over = 1600m, UpTo = 3200m };
        var tennessee = In(Place("us-tn", Rule("STATE", 7m), single), Place("us-tn-037", local));

        Assert.Equal(
            ["us-tn STATE 7 4000 280 Standard", "us-tn SINGLE 2.75 1600 44 Standard",
                "us-tn-037 LOCAL 2.25 1600 36 Standard"],
            Of(tennessee, Line(4000m)).Told());
        Assert.Equal(-360m, Of(tennessee, Line(-4000m)).Tax());
        Assert.Equal(92.50m, Of(tennessee, Line(1000m)).Tax());
    }

    // Denver in 2024: state 2.9 %, city 5.15 %, RTD 1 %, cultural facilities 0.1 %: 9.15 % in all. 123.45 → 3.58005,
    // 6.357675, 1.2345 and 0.12345.
    [Fact]
    public void Jurisdictions_stack_on_one_base()
    {
        var taxed = Of(
            In(
                Place("us-co", Rule("STATE", 2.9m)),
                Place("us-co-denver", Rule("CITY", 5.15m)),
                Place("us-co-rtd", Rule("DISTRICT", 1m)),
                Place("us-co-scfd", Rule("DISTRICT", 0.1m))),
            Line(123.45m));

        Assert.Equal(
            [
                "us-co STATE 2.9 123.45 3.58 Standard",
                "us-co-denver CITY 5.15 123.45 6.36 Standard",
                "us-co-rtd DISTRICT 1 123.45 1.23 Standard",
                "us-co-scfd DISTRICT 0.1 123.45 0.12 Standard",
            ],
            taxed.Told());
    }

    [Fact]
    public void A_category_no_jurisdiction_knows_holds_the_bill()
    {
        var taxed = Of(In(Place("de", Rule("VAT", 19m))), Line(1m, "food"));

        var hold = Assert.Single(taxed.Holds);
        Assert.Equal("tax-unknown", hold.Code);
        Assert.Contains("food", hold.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_jurisdiction_without_a_table_holds_the_bill()
    {
        var nowhere = In(Place("de", Rule("VAT", 19m))) with { Jurisdictions = [] };

        Assert.Equal("tax-jurisdiction-unknown", Assert.Single(Of(nowhere, Line(1m)).Holds).Code);
    }
}
