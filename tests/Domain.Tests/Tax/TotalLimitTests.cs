using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tariffs.Settings;
using BillingActors.Domain.Tax;
using BillingActors.Domain.Tax.Terms;
using CsCheck;
using static BillingActors.Domain.Tests.Rating.Given;
using static BillingActors.Domain.Tests.Tax.Taxed;

namespace BillingActors.Domain.Tests.Tax;

/// <summary>What a bill comes to at least and at most with its taxes, whatever its taxes are.</summary>
public sealed class TotalLimitTests
{
    private static readonly TaxRule Standard = Rule("VAT", 20m);
    private static readonly TaxRule Reduced = Rule("VAT", 5m, "reduced");

    private static readonly Gen<RatedLine> AnyLine =
        from minor in Gen.Long[-20_000, 100_000]
        from category in Gen.Int[0, 2].Select(i => new[] { "standard", "reduced", "none" }[i])
        select Line(new Money(minor, Eur), category);

    [Theory]
    // OCPI 2.3 has a most of a session with and without VAT: 50 kWh at 0.25 and a fee of 0.50 are 13 without, and 15.60
    // with 20 %; the most of 12 with VAT is 10 without.
    [InlineData(null, "12", 13, "10 2 12")]
    [InlineData(null, "15.60", 13, "13 2.6 15.6")]
    [InlineData(null, "15.59", 13, "12.99 2.6 15.59")]
    [InlineData("6", null, 1, "5 1 6")]
    [InlineData("1.20", null, 1, "1 0.2 1.2")]
    // A bill below nothing comes to the least, too; the most goes over the least.
    [InlineData("6", null, -1, "5 1 6")]
    [InlineData("6", "3", 1, "2.5 0.5 3")]
    [InlineData(null, "0", 13, "0 0 0")]
    public void A_bill_comes_to_its_limit_with_its_taxes(string? least, string? most, int net, string sums)
    {
        var taxed = Limited(Of(least, most), [Standard], Line(net));

        Assert.Equal(sums, FormattableString.Invariant(
            $"{taxed.Net():0.##} {taxed.Tax():0.##} {taxed.Net() + taxed.Tax():0.##}"));
    }

    // 100 at 20 %, 100 at 5 % and 25 untaxed are 250; to come to 200 each gives a fifth of what it is with its tax.
    [Fact]
    public void What_is_taken_off_is_shared_over_the_ways_of_taxing()
    {
        var taxed = Limited(
            Of(null, "200"), [Standard, Reduced], Line(100m), Line(100m, "reduced"), Line(25m, "none"));

        Assert.Equal(
            [(-20m, -24m, "standard"), (-20m, -21m, "reduced"), (-5m, -5m, "none")],
            taxed.Lines.Where(static line => line.Code == "total-limit").Select(static line =>
                (line.Amount.ToDecimal(), line.Gross!.Value.ToDecimal(), line.TaxCategory)));
        Assert.Equal([" VAT 20 80 16 Standard", " VAT 5 80 4 Standard"], taxed.Told());
    }

    [Fact]
    public void The_line_says_what_it_is()
    {
        var limit = Of(null, "12", "Most of a month");

        var line = Limited(limit, [Standard], Line(13m)).Lines[^1];

        Assert.Equal(
            ("Most of a month", "C1", OnTariff, "2025-01-01..2025-02-01, total 15.6"),
            (line.Text, line.ContractId, line.TariffVersion, line.Source.Reference));
    }

    // Another contract on the invoice is not limited, nor counted.
    [Fact]
    public void A_limit_is_of_a_contract()
    {
        var other = Line(50m) with { ContractId = "C2", TariffVersion = "other@1" };
        var taxed = TaxCalculation.Of(new TaxRequest(
            [Line(13m), other], [Taxes(Of(null, "12"), [Standard]), new VersionTaxes("other@1", [Standard])], Eur));

        Assert.Equal("C1", Assert.Single(taxed.Lines, static line => line.Code == "total-limit").ContractId);
        Assert.Equal(72m, taxed.Net() + taxed.Tax());
    }

    // A total that is rounded is that of the limit: 12.30 to whole units.
    [Fact]
    public void A_limited_total_is_rounded_like_any_other()
    {
        var settings = Settings(("total-most", "12.30"), ("total-rounding", "1"));
        var taxed = Limited(VersionTaxes.Of(OnTariff, [Standard], settings), [Standard], Line(13m));

        Assert.Equal(12m, taxed.Net() + taxed.Tax());
    }

    [Fact]
    public void A_tax_on_a_part_of_an_amount_cannot_be_taken_out_of_a_limit()
    {
        var rule = Standard with { Over = 10m };

        Assert.Equal(
            "tax-inclusive-bracket", Assert.Single(Limited(Of(null, "12"), [rule], Line(13m)).Holds).Code);
        Assert.Empty(Limited(Of(null, "1000"), [rule], Line(13m)).Holds);
    }

    [Fact]
    public void The_total_is_within_its_limits_to_the_cent() =>
        Gen.Select(AnyLine.Array[1, 10], Gen.Int[0, 2500], Gen.Int[0, 100_000], Gen.Int[0, 100_000], Gen.Int[0, 2])
            .Sample((lines, rate, least, more, scope) =>
            {
                TaxRule[] rules = [Standard with { Percent = rate / 100m }, Reduced];
                var terms = TaxTerms.Default with { Scope = (TaxRoundingScope)scope };
                var limits = new TotalLimits(least / 100m, (least + more) / 100m, "Limit");

                var taxed = Limited(Taxes(limits, rules) with { Terms = terms }, rules, lines);

                Assert.InRange(taxed.Net() + taxed.Tax(), limits.Least!.Value, limits.Most!.Value);
                for (var i = 0; i < taxed.Taxes.Length; i++)
                {
                    Assert.Equal(
                        taxed.Taxes[i].Amount.Minor,
                        taxed.LineTaxes.Where(part => part.Tax == i).Sum(static part => part.AmountMinor));
                }
                // EN 16931, BR-S-09: the tax of a rate is its base times the rate, to one unit.
                if (scope == 0)
                {
                    Assert.All(taxed.Taxes, static tax =>
                        Assert.True(Math.Abs(tax.Amount.Minor - (tax.Base.Minor * tax.Percent / 100m)) <= 1.5m));
                }
            });

    [Theory]
    [InlineData("total-least", "-1")]
    [InlineData("total-most", "much")]
    [InlineData("total-limit-text", "")]
    public void A_limit_that_makes_no_sense_is_refused(string name, string value)
    {
        Assert.Null(RatingSettings.Default.With(name, value, out var problem));
        Assert.NotNull(problem);
    }

    private static RatingSettings Settings(params (string Name, string Value)[] given) => given.Aggregate(
        RatingSettings.Default, static (all, one) => all.With(one.Name, one.Value, out _)!);

    private static TotalLimits Of(string? least, string? most, string? text = null) => TotalSettings.LimitsOf(Settings(
    [
        .. least is null ? [] : new[] { ("total-least", least) },
        .. most is null ? [] : new[] { ("total-most", most) },
        .. text is null ? [] : new[] { ("total-limit-text", text) },
    ]))!;

    private static VersionTaxes Taxes(TotalLimits? limits, TaxRule[] rules) =>
        new(OnTariff, [.. rules]) { Limits = limits };

    private static TaxedLines Limited(TotalLimits? limits, TaxRule[] rules, params RatedLine[] lines) =>
        Limited(Taxes(limits, rules), rules, lines);

    private static TaxedLines Limited(VersionTaxes taxes, TaxRule[] rules, params RatedLine[] lines) =>
        TaxCalculation.Of(new TaxRequest([.. lines], [taxes with { Rules = [.. rules] }], Eur));
}
