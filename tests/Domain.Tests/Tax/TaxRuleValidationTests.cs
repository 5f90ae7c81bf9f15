using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Settings;
using BillingActors.Domain.Tax;
using static BillingActors.Domain.Tests.Rating.Given;
using static BillingActors.Domain.Tests.Tax.Taxed;

namespace BillingActors.Domain.Tests.Tax;

/// <summary>One example of each rule a table must keep.</summary>
public sealed class TaxRuleValidationTests
{
    private static readonly TaxRule Vat = Rule("VAT", 19m);

    [Fact]
    public void A_sound_table_has_no_problem() => Assert.Empty(TaxRuleValidation.ProblemsOf(Place(
        "de",
        Vat with { ValidUntil = Day("2020-07-01") },
        Vat with { ValidFrom = Day("2020-07-01") },
        Rule("SOLI", 5.5m) with { OfTaxes = ["VAT"] })));

    [Fact]
    public void A_table_that_breaks_a_rule_names_it()
    {
        AssertProblem("taxes", "required");
        AssertProblem("taxes/0/code", "required", Vat with { Code = "" });
        AssertProblem("taxes/0/percent", "out-of-range", Vat with { Percent = -1m });
        AssertProblem("taxes/0/categories", "required", Vat with { Categories = [] });
        AssertProblem("taxes/1", "duplicate-tax", Vat, Vat with { ValidFrom = Day("2020-07-01") });
        AssertProblem("taxes/0/validUntil", "ends-before-start",
            Vat with { ValidFrom = Day("2020-07-01"), ValidUntil = Day("2020-07-01") });
        AssertProblem("taxes/0/percent", "percent-not-zero", Vat with { Reason = TaxReason.ZeroRated });
        AssertProblem("taxes/0/perUnit", "percent-and-unit", Vat with { PerUnit = 1m, Unit = "kWh" });
        AssertProblem("taxes/0/perUnit", "out-of-range", Vat with { Percent = 0m, PerUnit = -1m, Unit = "kWh" });
        AssertProblem("taxes/0/unit", "required", Vat with { Percent = 0m, PerUnit = 1m });
        AssertProblem("taxes/0/unit", "unit-without-amount", Vat with { Unit = "kWh" });
        AssertProblem("taxes/0/ofTaxes", "unknown-tax", Vat with { OfTaxes = ["VAT"] });
        AssertProblem("taxes/1/ofTaxes", "base-twice",
            Vat, Rule("CESS", 2m) with { OfTaxes = ["VAT"], IncludesTaxesBefore = true });
        AssertProblem("taxes/0/upTo", "out-of-range", Vat with { Over = 100m, UpTo = 100m });
    }

    [Fact]
    public void A_reverse_charge_has_categories_and_a_wording()
    {
        var place = Place("fr", Vat);

        Assert.Equal(
            ["reverseCharge/categories", "reverseCharge/text", "reverseCharge/checkDaysMax"],
            TaxRuleValidation.ProblemsOf(place with { ReverseCharge = new([], " ", [], CheckDaysMax: -1) })
                .Select(problem => problem.Path));
    }

    // A tariff that leaves its taxes to jurisdictions may name any category; without a place its bill is held.
    [Fact]
    public void A_tariff_may_leave_its_taxes_to_jurisdictions()
    {
        var tariff = Tariff(new Charge.Fixed(Head("base") with { TaxCategory = "standard" }, ChargePer.Month, 9.99m));

        Assert.Equal("unknown-tax-category", Assert.Single(TariffValidation.ProblemsOf(tariff)).Rule);
        Assert.Empty(TariffValidation.ProblemsOf(tariff with
        {
            Settings = RatingSettings.Default.With("tax-source", "jurisdiction", out _)!,
        }));
        Assert.Equal(
            "tax-unknown", Assert.Single(ByTariff(new VersionTaxes(OnTariff, []), Line(1m)).Holds).Code);
    }

    private static void AssertProblem(string path, string rule, params TaxRule[] rules)
    {
        var problem = Assert.Single(TaxRuleValidation.ProblemsOf(Place("de", rules)));
        Assert.Equal((path, rule), (problem.Path, problem.Rule));
    }
}
