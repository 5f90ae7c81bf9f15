using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tax;
using BillingActors.Domain.Tax.Places;
using BillingActors.Domain.Tax.Reliefs;
using BillingActors.Domain.Tax.Terms;
using CsCheck;
using static BillingActors.Domain.Tests.Rating.Given;
using static BillingActors.Domain.Tests.Tax.Taxed;

namespace BillingActors.Domain.Tests.Tax;

/// <summary>What must hold for all taxes, whatever the numbers.</summary>
public sealed class TaxLawTests
{
    private static readonly Gen<RatedLine> AnyLine =
        from minor in Gen.Long[-100_000, 100_000]
        from category in Gen.Int[0, 2].Select(i => new[] { "standard", "reduced", "none" }[i])
        from quantity in Gen.Int[0, 500]
        from start in Gen.Int[0, 60]
        from length in Gen.Int[1, 40]
        select Line(new Money(minor, Eur), category, new(
            Day("2025-01-01").PlusDays(start), Day("2025-01-01").PlusDays(start + length))) with
        {
            Quantity = quantity,
        };

    private static readonly Gen<RatedLine[]> Lines = AnyLine.Array[1, 12];

    private static readonly Gen<TaxPrices> Prices = Gen.Int[0, 2].Select(i => (TaxPrices)i);

    // Percentages of a state that change in February, a compound city and a duty by unit.
    private static readonly Gen<TaxStanding> Standing =
        from rates in Gen.Int[0, 2500].Array[4]
        from scope in Gen.Int[0, 2].Select(i => (TaxRoundingScope)i)
        from mode in Gen.Int[0, 3].Select(i => (TaxRoundingMode)i)
        from straddle in Gen.Int[0, 2].Select(i => (TaxStraddle)i)
        from share in Gen.Int[0, 100]
        select Stacked(rates, new TaxTerms(scope, mode, straddle), share);

    [Fact]
    public void Lines_and_taxes_are_the_total_and_so_are_those_of_each_line() =>
        Gen.Select(Lines, Standing, Prices).Sample((lines, standing, prices) =>
        {
            var taxed = Of(standing, prices, lines);

            Assert.Empty(taxed.Holds);
            for (var i = 0; i < taxed.Taxes.Length; i++)
            {
                var parts = taxed.LineTaxes.Where(part => part.Tax == i).ToList();
                Assert.Equal(taxed.Taxes[i].Amount.Minor, parts.Sum(part => part.AmountMinor));
                Assert.Equal(taxed.Taxes[i].Base.Minor, parts.Sum(part => part.BaseMinor));
            }
        }, iter: 2_000);

    [Fact]
    public void A_price_that_includes_tax_stays_the_price_line_by_line() =>
        Gen.Select(Lines, Standing).Sample((lines, standing) =>
        {
            var taxed = Of(standing, TaxPrices.Inclusive, lines);

            for (var i = 0; i < taxed.Lines.Length; i++)
            {
                Assert.Equal(
                    taxed.Lines[i].Gross!.Value.Minor,
                    taxed.Lines[i].Amount.Minor
                        + taxed.LineTaxes.Where(part => part.Line == i).Sum(part => part.AmountMinor));
            }
            Assert.Equal(lines.Sum(line => line.Amount.Minor), taxed.Lines.Sum(line => line.Gross!.Value.Minor));
        }, iter: 2_000);

    [Fact]
    public void A_credit_of_everything_is_exactly_the_negated_tax() =>
        Gen.Select(Lines, Standing, Prices).Sample((lines, standing, prices) =>
        {
            var charged = Of(standing, prices, lines);
            var credited = Of(standing, prices, lines.Select(Negated));

            Assert.Equal(
                charged.Taxes.Select(tax => (tax.Code, tax.Percent, -tax.Base.Minor, -tax.Amount.Minor)),
                credited.Taxes.Select(tax => (tax.Code, tax.Percent, tax.Base.Minor, tax.Amount.Minor)));
        }, iter: 2_000);

    [Fact]
    public void The_order_of_the_lines_does_not_matter() =>
        Gen.Select(Lines, Standing, Prices, Gen.Int[0, 1000]).Sample((lines, standing, prices, seed) =>
        {
            var mixed = lines.Select((line, i) => (line, Key: (i + 1) * 7919L * (seed + 3) % 101))
                .OrderBy(pair => pair.Key).Select(pair => pair.line);

            Assert.Equal(
                Of(standing, prices, lines).Told().Order(StringComparer.Ordinal),
                Of(standing, prices, mixed).Told().Order(StringComparer.Ordinal));
        }, iter: 2_000);

    // Each rounding to the nearest is off by half a minor unit at most.
    [Fact]
    public void Per_line_and_per_rate_differ_by_half_a_unit_for_each_line_at_most() =>
        Gen.Select(AnyLine.Array[1, 12], Gen.Int[0, 2500]).Sample((lines, rate) =>
        {
            var place = Place("x", Rule("VAT", rate / 100m, "standard", "reduced"));
            var perRate = Of(In(place), lines).Taxes.Sum(tax => tax.Amount.Minor);
            var perLine = Of(In(place with { Terms = PerLine }), lines).Taxes.Sum(tax => tax.Amount.Minor);

            Assert.True(Math.Abs(perRate - perLine) <= (lines.Length + 1) / 2m, $"{perRate} and {perLine}");
        });

    // EN 16931, BR-CO-17 and BR-S-09: the tax of a rate is its base times the rate, to less than a unit where it was
    // taken out of prices.
    [Fact]
    public void The_tax_of_a_rate_is_its_base_times_the_rate() =>
        Gen.Select(AnyLine.Array[1, 12], Gen.Int[0, 2500], Gen.Bool).Sample((lines, rate, isInclusive) =>
        {
            var place = In(Place("x", Rule("VAT", rate / 100m, "standard", "reduced")));
            foreach (var tax in Of(place, isInclusive ? TaxPrices.Inclusive : TaxPrices.Exclusive, lines).Taxes)
            {
                var exact = tax.Base.Minor * tax.Percent / 100m;
                var off = Math.Abs(tax.Amount.Minor - exact);
                Assert.True(isInclusive ? off < 1m : off <= 0.5m, $"{tax} is off by {off}");
            }
        });

    private static RatedLine Negated(RatedLine line) =>
        line with { Amount = -line.Amount, ExactAmount = -line.ExactAmount, Quantity = -line.Quantity };

    private static TaxStanding Stacked(int[] rates, TaxTerms terms, int share)
    {
        var change = Day("2025-02-10");
        TaxRule[] state =
        [
            Rule("STATE", rates[0] / 100m, "standard", "reduced") with { ValidUntil = change },
            Rule("STATE", rates[1] / 100m, "standard", "reduced") with { ValidFrom = change },
        ];
        TaxRule[] city =
        [
            Rule("DUTY", 0m) with { PerUnit = rates[2] / 10_000m, Unit = "kWh" },
            Rule("CITY", rates[3] / 100m) with { IncludesTaxesBefore = true },
        ];
        var standing = In(Place("state", state) with { Terms = terms }, Place("city", city) with { Terms = terms });
        return share == 0
            ? standing
            : standing.With(new TaxExemption("E", "city", "Part", Day("2025-01-20"), Day("2025-02-20"))
            {
                SharePercent = share,
            });
    }
}
