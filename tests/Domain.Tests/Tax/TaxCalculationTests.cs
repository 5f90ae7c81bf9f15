using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tax;
using static BillingActors.Domain.Tests.Rating.Given;

namespace BillingActors.Domain.Tests.Tax;

public sealed class TaxCalculationTests
{
    private static readonly TaxRule Vat = new("VAT", "VAT 19 %", 19m, ["standard"]);

    [Fact]
    public void The_base_of_a_rate_is_summed_and_rounded_once()
    {
        // Three lines of 0.50: 1.50 × 19 % = 0.285, rounded to 0.29; line by line it would be 3 × 0.10.
        var taxes = TaxCalculation.Of([Line(50), Line(50), Line(50)], [new("t@1", [Vat])], Eur);

        Assert.Equal([new TaxLine("VAT", "VAT 19 %", 19m, Euros(1.50m), Euros(0.29m))], taxes);
    }

    [Fact]
    public void Contracts_with_the_same_rate_share_a_tax_line_and_other_rates_do_not()
    {
        // 10.00 + 20.00 at 19 % = 5.70; 10.00 at 7 % = 0.70.
        var taxes = TaxCalculation.Of(
            [Line(1000), Line(2000, version: "u@3"), Line(1000, "reduced", "u@3")],
            [new("t@1", [Vat]), new("u@3", [Vat, new("VAT", "VAT 7 %", 7m, ["reduced"])])],
            Eur);

        Assert.Equal(
            [
                new TaxLine("VAT", "VAT 19 %", 19m, Euros(30m), Euros(5.70m)),
                new TaxLine("VAT", "VAT 7 %", 7m, Euros(10m), Euros(0.70m)),
            ],
            taxes);
    }

    [Fact]
    public void A_tax_may_include_the_taxes_before_it()
    {
        // 5 % of 100.00 = 5.00; 9.975 % of 105.00 = 10.473750 → 10.47. The exempt line bears the first tax alone.
        var taxes = TaxCalculation.Of(
            [Line(10_000), Line(1000, "federal")],
            [new("t@1", [
                new("GST", "GST", 5m, ["standard", "federal"]),
                new("QST", "QST", 9.975m, ["standard"], IncludesTaxesBefore: true),
            ])],
            Eur);

        Assert.Equal(
            [
                new TaxLine("GST", "GST", 5m, Euros(110m), Euros(5.50m)),
                new TaxLine("QST", "QST", 9.975m, Euros(105m), Euros(10.47m)),
            ],
            taxes);
    }

    [Fact]
    public void A_credit_is_the_mirror_of_a_charge()
    {
        var charged = Assert.Single(TaxCalculation.Of([Line(150)], [new("t@1", [Vat])], Eur));
        var credited = Assert.Single(TaxCalculation.Of([Line(-150)], [new("t@1", [Vat])], Eur));

        Assert.Equal((-charged.Base, -charged.Amount), (credited.Base, credited.Amount));
    }

    [Fact]
    public void Untaxed_lines_have_no_tax_line() =>
        Assert.Empty(TaxCalculation.Of([Line(100, "none"), Line(100, version: "")], [new("t@1", [Vat])], Eur));

    [Fact]
    public void A_line_of_an_unknown_version_is_a_defect() =>
        Assert.Throws<BrokenInvariantException>(() => TaxCalculation.Of([Line(100)], [], Eur));

    private static RatedLine Line(long minor, string category = "standard", string version = "t@1")
    {
        var amount = new Money(minor, Eur);
        var exact = amount.ToDecimal();
        return new RatedLine("C1", "energy", "Energy", January, 1m, "kWh", exact, exact, amount, null, null,
            version, category, new LineSource("charge", "", ""));
    }
}
