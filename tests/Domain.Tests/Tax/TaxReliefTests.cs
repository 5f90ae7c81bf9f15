using BillingActors.Domain.Tax;
using BillingActors.Domain.Tax.Places;
using BillingActors.Domain.Tax.Reliefs;
using static BillingActors.Domain.Tests.Rating.Given;
using static BillingActors.Domain.Tests.Tax.Taxed;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tests.Tax;

/// <summary>Who owes no tax, or a part of it: certificates and reverse charge.</summary>
public sealed class TaxReliefTests
{
    private const string Wording = "Reverse charge: the customer owes the tax.";

    private static readonly TaxStanding Texas = In(Place("us-tx", Rule("SALES", 6.25m)));

    private static readonly TaxExemption Resale =
        new("E1", "us-tx", "Resale", Day("2024-06-01"), Day("2025-03-01"));

    private static readonly TaxJurisdiction France =
        Place("fr", Rule("VAT", 20m)) with { ReverseCharge = new(["standard"], Wording, ["FR"]) };

    [Fact]
    public void A_certificate_frees_and_the_base_is_kept_with_the_reason()
    {
        var taxed = Of(Texas.With(Resale), Line(100m));

        Assert.Equal(["us-tx SALES 0 100 0 CustomerExempt"], taxed.Told());
        Assert.Equal("E1", taxed.Taxes[0].Evidence);
        Assert.Equal([new LineTax(0, 0, 10000, 0)], taxed.LineTaxes);
        Assert.Contains("SALES: Resale (E1)", taxed.Notes);
    }

    [Fact]
    public void An_expired_one_taxes_the_next_bill()
    {
        var standing = Texas.With(Resale);

        Assert.Equal(0m, Of(standing, Line(100m, days: Days("2025-02-01", "2025-03-01"))).Tax());
        Assert.Equal(6.25m, Of(standing, Line(100m, days: Days("2025-03-01", "2025-04-01"))).Tax());
        // Of a bill over both, the days from the end on are taxed: 31 of 59 of 59.00, 31.00 × 6.25 % = 1.9375.
        Assert.Equal(1.94m, Of(standing, Line(59m, days: Days("2025-02-01", "2025-04-01"))).Tax());
    }

    [Theory]
    [InlineData("2024-12-01", "2025-01-01", true)]
    [InlineData("2024-11-01", "2024-12-31", false)]
    [InlineData("2025-02-01", "2025-03-01", true)]
    [InlineData("2025-03-01", "2025-04-01", false)]
    public void It_is_warned_of_before_its_end(string from, string until, bool isWarned)
    {
        var notes = Of(Texas.With(Resale), Line(100m, days: Days(from, until))).Notes;

        Assert.Equal(isWarned, notes.Contains("Exemption certificate E1 ends on 2025-03-01; from then on tax is due."));
    }

    // A manufacturer whose power serves production to 60 %: 60.00 free, 40.00 × 6.25 % = 2.50.
    [Fact]
    public void A_certificate_may_free_a_share()
    {
        var taxed = Of(Texas.With(Resale with { SharePercent = 60m }), Line(100m));

        Assert.Equal(["us-tx SALES 6.25 40 2.5 Standard", "us-tx SALES 0 60 0 CustomerExempt"], taxed.Told());
    }

    [Fact]
    public void It_frees_what_it_names_and_nothing_else()
    {
        var city = Place("us-tx-austin", Rule("CITY", 2m));
        var both = In(Texas.Jurisdictions[0], city, Place("us-tx-water", Rule("FEE", 1m, "water")));

        Assert.Equal(2m, Of(both.With(Resale), Line(100m)).Tax());
        Assert.Equal(8.25m, Of(both.With(Resale with { Categories = ["water"] }), Line(100m)).Tax());
        Assert.Equal(8.25m, Of(both.With(Resale with { Taxes = ["CITY"] }), Line(100m)).Tax());
        Assert.Equal(0m, Of(both.With(Resale with { Jurisdiction = null }), Line(100m)).Tax());
        Assert.Equal(0m, TaxCalculation.Of(new TaxRequest(
            [Line(100m)], [new VersionTaxes(OnTariff, [Rule("VAT", 20m)])], Eur)
        {
            Standing = TaxStanding.None.With(Resale with { Jurisdiction = null }),
        }).Taxes.Sum(tax => tax.Amount.Minor));
    }

    // Article 196 of the VAT directive: a service to a taxable person in another member state.
    [Fact]
    public void A_checked_number_turns_the_tax_over_to_the_customer()
    {
        var standing = In(France).With(
            "FR12345678901", new VatCheck(Day("2024-12-20"), VatAnswer.Valid, "WAPI-77"));
        var taxed = Of(standing, Line(100m));

        Assert.Equal(["fr VAT 0 100 0 ReverseCharge"], taxed.Told());
        Assert.Equal("checked 2024-12-20, WAPI-77", taxed.Taxes[0].Evidence);
        Assert.Equal([Wording], taxed.Notes);
    }

    [Fact]
    public void Without_a_valid_answer_the_tax_is_due()
    {
        Assert.Equal(20m, Of(In(France), Line(100m)).Tax());
        Assert.Equal(20m, Of(In(France).With("FR1"), Line(100m)).Tax());
        var check = new VatCheck(Day("2024-12-20"), VatAnswer.Valid);
        Assert.Equal(20m, Of(In(France).With("FR1", check with { Answer = VatAnswer.Invalid }), Line(100m)).Tax());
        Assert.Equal(20m, Of(In(France).With("BE1", check), Line(100m)).Tax());
    }

    // Valid on 20 December, no answer on 10 January, invalid on 16 January: 15 of 31 days are free, 16.00 × 20 % =
    // 3.20.
    [Fact]
    public void The_newest_answer_until_the_day_counts()
    {
        var standing = In(France).With(
            "FR1",
            new VatCheck(Day("2024-12-20"), VatAnswer.Valid),
            new VatCheck(Day("2025-01-10"), VatAnswer.Unavailable),
            new VatCheck(Day("2025-01-16"), VatAnswer.Invalid));

        Assert.Equal(3.20m, Of(standing, Line(31m)).Tax());
    }

    [Fact]
    public void A_check_may_hold_for_some_days_only()
    {
        var place = France with { ReverseCharge = France.ReverseCharge! with { CheckDaysMax = 30 } };
        var standing = In(place).With("FR1", new VatCheck(Day("2025-01-01"), VatAnswer.Valid));

        Assert.Equal(0m, Of(standing, Line(100m, days: On("2025-01-31"))).Tax());
        Assert.Equal(20m, Of(standing, Line(100m, days: On("2025-02-01"))).Tax());
    }

    [Fact]
    public void A_supplier_who_is_established_there_owes_the_tax_unless_the_law_says_any()
    {
        var standing = In(France).With("FR1", new VatCheck(Day("2024-12-20"), VatAnswer.Valid)) with
        {
            Established = [new TaxPlacement("fr")],
        };
        var domestic = France with { ReverseCharge = France.ReverseCharge! with { IsDomestic = true } };

        Assert.Equal(20m, Of(standing, Line(100m)).Tax());
        Assert.Equal(0m, Of(standing with { Jurisdictions = [domestic] }, Line(100m)).Tax());
    }

    private static Period On(string day) => new(Day(day), Day(day).PlusDays(1));
}
