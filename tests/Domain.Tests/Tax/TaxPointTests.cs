using BillingActors.Domain.Tax;
using BillingActors.Domain.Tax.Places;
using BillingActors.Domain.Tax.Terms;
using static BillingActors.Domain.Tests.Rating.Given;
using static BillingActors.Domain.Tests.Tax.Taxed;

namespace BillingActors.Domain.Tests.Tax;

/// <summary>The day of supply decides, not the day of the bill.</summary>
public sealed class TaxPointTests
{
    // Germany lowered VAT from 19 % to 16 % for the second half of 2020.
    private static readonly TaxRule[] Vat =
    [
        Rule("VAT", 19m) with { ValidUntil = Day("2020-07-01") },
        Rule("VAT", 16m) with { ValidFrom = Day("2020-07-01"), ValidUntil = Day("2021-01-01") },
        Rule("VAT", 19m) with { ValidFrom = Day("2021-01-01") },
    ];

    [Theory]
    [InlineData("2020-06-30", 19)]
    [InlineData("2020-07-01", 16)]
    [InlineData("2020-12-31", 16)]
    [InlineData("2021-01-01", 19)]
    public void The_rate_is_that_of_the_day_of_supply(string day, decimal tax) => Assert.Equal(
        tax, Of(In(Place("de", Vat)), Line(100m, days: new(Day(day), Day(day).PlusDays(1)))).Tax());

    // 30.00 from 16 June until 16 July: 15 days each, 15.00 at 19 % = 2.85 and 15.00 at 16 % = 2.40.
    [Fact]
    public void A_line_over_a_change_is_split_by_its_days()
    {
        var taxed = Of(
            In(Place("de", Vat)), Line(30m, days: Days("2020-06-16", "2020-07-16")) with { Quantity = 100m });

        Assert.Equal(["de VAT 19 15 2.85 Standard", "de VAT 16 15 2.4 Standard"], taxed.Told());
        Assert.Equal(
            [(Days("2020-06-16", "2020-07-01"), 50m, 15m), (Days("2020-07-01", "2020-07-16"), 50m, 15m)],
            taxed.Lines.Select(line => (line.Period, line.Quantity, line.ExactAmount)));
        Assert.Equal([0, 1], taxed.LineTaxes.Select(part => part.Line));
    }

    [Theory]
    [InlineData(TaxStraddle.FirstDay, "5.70")]
    [InlineData(TaxStraddle.LastDay, "4.80")]
    public void Or_one_of_its_days_decides_for_all(TaxStraddle straddle, decimal tax)
    {
        var place = Place("de", Vat) with { Terms = TaxTerms.Default with { Straddle = straddle } };
        var taxed = Of(In(place), Line(30m, days: Days("2020-06-16", "2020-07-16")));

        Assert.Equal(tax, taxed.Tax());
        Assert.Single(taxed.Lines);
    }

    // The two halves of a year at 19 % are one rate: one base, rounded once; the line stays whole.
    [Fact]
    public void A_tariff_has_dates_too_and_what_is_taxed_alike_is_not_split()
    {
        var days = Days("2020-06-16", "2020-07-16");
        Assert.Equal(5.25m, ByTariff(new VersionTaxes(OnTariff, [.. Vat]), Line(30m, days: days)).Tax());
        Assert.Single(ByTariff(new VersionTaxes(OnTariff, [Rule("VAT", 19m)]), Line(30m, days: days)).Lines);
        Assert.Equal(
            "tax-unknown",
            Assert.Single(ByTariff(new VersionTaxes(OnTariff, [Vat[1]]), Line(1m)).Holds).Code);
    }

    // A move from one town to the other on 16 January: 15 of 31 days at 8 %, 16 at 6 %. 31.00 → 1.20 and 0.96.
    [Fact]
    public void The_place_of_supply_may_change()
    {
        var standing = new TaxStanding(
            [Place("east", Rule("SALES", 8m)), Place("west", Rule("SALES", 6m))],
            [new TaxPlacement("east")],
            In().Profile)
        {
            Points = TaxStanding.None.Points.Add("C1",
                [new("east", null, Day("2025-01-16")), new("west", Day("2025-01-16"))]),
        };

        Assert.Equal(
            ["east SALES 8 15 1.2 Standard", "west SALES 6 16 0.96 Standard"], Of(standing, Line(31m)).Told());
    }

    [Fact]
    public void The_service_point_comes_before_the_customer_and_the_supplier_last()
    {
        TaxJurisdiction[] places =
            [Place("point", Rule("A", 1m)), Place("customer", Rule("B", 2m)), Place("own", Rule("C", 3m))];
        var own = In() with { Jurisdictions = [.. places], Established = [new("own")] };
        var customer = own with { Profile = own.Profile with { Places = [new("customer")] } };
        var point = customer with { Points = customer.Points.Add("C1", [new("point")]) };

        Assert.Equal(
            ["C", "B", "A"],
            new[] { own, customer, point }.Select(standing => Of(standing, Line(1m)).Taxes.Single().Code));
    }
}
