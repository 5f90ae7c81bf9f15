using System.Globalization;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Events;
using BillingActors.Domain.Tariffs.Recurring;
using BillingActors.Domain.Tax;
using BillingActors.Domain.Tax.Places;
using CsCheck;
using static BillingActors.Domain.Tests.Rating.Events.GivenEvents;
using static BillingActors.Domain.Tests.Rating.Given;
using static BillingActors.Domain.Tests.Rating.Subscriptions.GivenLife;
using static BillingActors.Domain.Tests.Tax.Taxed;

namespace BillingActors.Domain.Tests.Rating.Subscriptions;

/// <summary>
/// Commitments and maximums of a window that include taxes. Amounts of max_price and min_price with VAT: OCPI 2.3,
/// mod_tariffs.asciidoc (github.com/ocpi/ocpi): 13 without are 15.60 with 20 % VAT, and the most of 12 is 10 without.
/// </summary>
public sealed class GrossWindowTests
{
    private static readonly TaxRule[] Vat = [Rule("VAT", 20m), Rule("VAT", 5m, "reduced")];

    [Theory]
    [InlineData("12", "13", "10 2")]
    [InlineData("15.60", "13", "13 2.6")]
    [InlineData("15.59", "13", "12.99 2.6")]
    [InlineData("0", "13", "0 0")]
    public void A_maximum_with_taxes_is_reached_to_the_cent(string most, string net, string sums) => Assert.Equal(
        sums, Sums(Used([Use("use", "standard"), Cap(Number(most))], Event("1", "2025-01-10", Number(net)))));

    [Theory]
    [InlineData("12", "5", "10 2")]
    [InlineData("12", "10", "10 2")]
    [InlineData("12", "15", "15 3")]
    public void A_commitment_with_taxes_is_made_good(string amount, string net, string sums) => Assert.Equal(
        sums, Sums(Used([Use("use", "standard"), Promise(Number(amount))], Event("1", "2025-01-10", Number(net)))));

    // Nothing was spent whose taxes it could have: 18 are 15 and 20 % of its own category.
    [Fact]
    public void What_is_made_good_for_nothing_has_the_category_of_the_commitment()
    {
        var promise = Promise(18m) with { Head = Head("promise") with { TaxCategory = "standard" } };

        Assert.Equal("15 3", Sums(Used([Use("use", "standard"), promise])));
    }

    // 100 at 20 % and 100 at 5 % are 225; of 45 beyond 180 each gives a fifth of what it is with its tax.
    [Fact]
    public void What_is_taken_back_is_shared_over_the_ways_of_taxing()
    {
        var request = Used(
            [Use("use", "standard"), Use("more", "reduced"), Cap(180m)],
            Event("1", "2025-01-10", 100m), Event("2", "2025-01-11", 100m) with { Name = "more" });

        Assert.Equal(
            [("standard", -24m, "window with tax"), ("reduced", -21m, "window with tax")],
            Rate(request).Lines.Where(static line => line.Code == "cap")
                .Select(static line => (line.TaxCategory, line.Amount.ToDecimal(), line.Unit)));
        Assert.Equal("160 20", Sums(request));
    }

    // A day at most 6 with tax: 3, 6 of 12, and 6 of 24.
    [Fact]
    public void Each_window_has_its_maximum()
    {
        var use = Use("use", "standard") with { Billing = EventBilling.PerEvent };
        var day = new BillingInterval(IntervalUnit.Day, 1);
        var life = Life("2025-01-01", "2025-01-04", 1, [Taxable("a", use, Cap(6m) with { Window = day })]) with
        {
            Events = [Event("1", "2025-01-01", 2.5m), Event("2", "2025-01-02", 10m), Event("3", "2025-01-03", 20m)],
        };
        life = life with { Life = life.Life with { Cycle = day } };

        Assert.Equal(3m + 6m + 6m, Bills(life).Sum(static bill => Gross(bill.Rating)));
    }

    // A year at most 120 with tax, billed by months: 60, 48, 12 of 36, and then all of it is taken back each month.
    [Fact]
    public void A_window_goes_over_the_bills_of_a_life()
    {
        var cap = Cap(120m) with { Window = Year };
        var life = Life("2025-01-01", "2025-06-01", 1, [Taxable("a", Use("use", "standard"), cap)]) with
        {
            Events =
            [
                Event("1", "2025-01-10", 50m), Event("2", "2025-02-10", 40m), Event("3", "2025-03-10", 30m),
                Event("4", "2025-04-10", 30m), Event("5", "2025-05-10", 30m),
            ],
        };
        life = life with { Life = life.Life with { Cycle = Month } };

        Assert.Equal([60m, 48m, 12m, 0m, 0m], Bills(life).Select(static bill => Gross(bill.Rating)));
    }

    // 62 a month with taxes are 28 for 14 of 31 days.
    [Fact]
    public void A_part_of_a_window_promises_its_part()
    {
        var life = Life("2025-01-18", "2025-03-01", 1, [Taxable("a", Use("use", "standard"), Promise(62m))]) with
        {
            Events = [Event("1", "2025-01-20", 10m), Event("2", "2025-02-20", 10m)],
        };
        life = life with { Life = life.Life with { Cycle = Month } };

        Assert.Equal([28m, 62m], Bills(life).Select(static bill => Gross(bill.Rating)));
    }

    // 120 with tax are more than the 100 that are promised, whatever a cap of 60 takes back of them.
    [Fact]
    public void A_commitment_with_taxes_counts_no_cap_with_them() => Assert.Equal(
        "50 10",
        Sums(Used([Use("use", "standard"), Cap(60m), Promise(100m)], Event("1", "2025-01-10", 100m))));

    // The table of the place counts, and not the taxes of the tariff: 10 and 10 % are 11.
    [Fact]
    public void The_taxes_are_those_of_the_place()
    {
        var standing = In(Place("here", Rule("VAT", 10m)));
        var request = Used([Use("use", "standard"), Cap(11m)], Event("1", "2025-01-10", 50m)) with
        {
            Standing = standing,
        };

        Assert.Equal("10 1", Sums(request));
    }

    // The days of a bill may be rated again: what was taken back is taken back once, and corrected.
    [Theory]
    [InlineData("13", "13", "12 0")]
    [InlineData("13", "5", "12 -6")]
    [InlineData("5", "13", "6 6")]
    [InlineData("13", "20", "12 0")]
    public void Rating_again_bills_the_difference(string first, string second, string billed)
    {
        var before = Used([Use("use", "standard"), Cap(12m)], Event("1", "2025-01-10", Number(first)));
        var state = Rate(before).State;
        var again = before with { State = state, Events = [Event("1", "2025-01-10", Number(second))] };

        Assert.Equal(billed, FormattableString.Invariant($"{Gross(Rate(before)):0.##} {Gross(Rate(again)):0.##}"));
    }

    // The commitment counts 100 of use, whatever a cap with taxes took back of it: 50 are made good, once.
    [Fact]
    public void A_commitment_without_taxes_counts_no_cap_with_them()
    {
        var promise = Promise(150m) with { IncludesTax = false };
        var request = Used([Use("use", "standard"), Cap(100m), promise], Event("1", "2025-01-10", 100m));

        Assert.Equal([150m, 0m, 0m], Repeated(request, 100m, 100m, 100m));
    }

    // 0.014, then 0.028, bill a cent each; what is counted for the cap is 0.03, however often it is rated.
    [Fact]
    public void A_cap_counts_what_was_rated_where_each_bill_is_rounded()
    {
        var cap = Cap(0.03m) with { IncludesTax = false };
        var request = Used([Use("use", "standard"), cap], Event("1", "2025-01-10", 1m)) with
        {
            Settings = Settings(("difference-rounding", "each")),
        };

        Assert.Equal([0.01m, 0.01m, 0m, 0m], Repeated(request, 0.014m, 0.028m, 0.028m, 0.028m));
    }

    [Fact]
    public void No_window_costs_more_than_its_maximum_nor_less_than_its_commitment() =>
        Gen.Select(Gen.Int[1, 99_999].Array[1, 6], Gen.Int[0, 2500], Gen.Int[0, 50_000], Gen.Int[0, 50_000])
            .Sample((cents, rate, least, more) =>
            {
                var events = cents.Select(static (value, i) => Event($"{i}", "2025-01-10", value / 100m) with
                {
                    Name = i % 2 == 0 ? "use" : "more",
                });
                var request = Used(
                    [
                        Use("use", "standard"), Use("more", "reduced"), Promise((least + 1) / 100m),
                        Cap((least + more + 1) / 100m),
                    ],
                    events);
                var tariff = request.Tariff.With(Rule("VAT", rate / 100m), Vat[1]);

                Assert.InRange(
                    Gross(Rate(request with { Tariff = tariff })), (least + 1) / 100m, (least + more + 1) / 100m);
            });

    /// <summary>What each bill adds where the same days are rated again and again, without taxes.</summary>
    private static IEnumerable<decimal> Repeated(RatingRequest request, params decimal[] quantities)
    {
        foreach (var quantity in quantities)
        {
            var rated = Rate(request with { Events = [Event("1", "2025-01-10", quantity)] });
            request = request with { State = rated.State };
            yield return rated.Lines.Where(static line => !line.IncludesTax)
                .Sum(static line => line.Amount.ToDecimal());
        }
    }

    private static EventCharge Use(string name, string category) => Charge(new PriceModel.Flat(1m)) with
    {
        Head = Head(name) with { TaxCategory = category },
        Event = name,
    };

    private static MaximumCharge Cap(decimal most) =>
        new(Head("cap"), Month, most, ChargeSelection.All) { IncludesTax = true };

    private static CommitmentCharge Promise(decimal amount) =>
        new(Head("promise"), Month, amount, null, ChargeSelection.All, CommitmentMode.TrueUp) { IncludesTax = true };

    private static Tariff Taxable(string id, params Charge[] charges) => Plan(id, charges).With(Vat);

    private static RatingResult Rate(RatingRequest request)
    {
        if (request.Tariff.Versions[0].Taxes.IsEmpty)
            request = request with { Tariff = request.Tariff.With(Vat) };
        var result = ContractRating.Rate(request);
        Assert.Empty(result.Holds);
        return result;
    }

    private static decimal Gross(RatingResult rated)
    {
        var taxed = Taxed(rated, TaxStanding.None);
        return taxed.Net() + taxed.Tax();
    }

    private static string Sums(RatingRequest request)
    {
        var taxed = Taxed(Rate(request), request.Standing);
        return FormattableString.Invariant($"{taxed.Net():0.##} {taxed.Tax():0.##}");
    }

    private static TaxedLines Taxed(RatingResult rated, TaxStanding standing)
    {
        var taxed = TaxCalculation.Of(new TaxRequest(rated.Lines, rated.Taxes, Eur) { Standing = standing });
        Assert.Empty(taxed.Holds);
        return taxed;
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
