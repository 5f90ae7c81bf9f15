using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Calls.Choices;
using BillingActors.Domain.Tariffs.Metered;
using BillingActors.Domain.Tax;
using static BillingActors.Domain.Tests.Rating.Given;
using static BillingActors.Domain.Tests.Rating.Prices.PriceExamples;

namespace BillingActors.Domain.Tests.Rating.Charges;

/// <summary>Sums of a bill, and what is to be paid, as multiples.</summary>
public sealed class RoundingChargeTests
{
    private const string Half = "half";

    [Theory]
    [InlineData("12.325", "0.05", "12.35", "12.35", "12.30")]
    [InlineData("12.324", "0.05", "12.30", "12.35", "12.30")]
    [InlineData("-12.325", "0.05", "-12.35", "-12.35", "-12.30")]
    [InlineData("53507", "10", "53510", "53510", "53500")]
    [InlineData("53500", "10", "53500", "53500", "53500")]
    public void Multiples(string exact, string multiple, string half, string up, string down)
    {
        Assert.Equal(Of(half), Rounding.HalfToMultiple(Of(exact), Of(multiple)));
        Assert.Equal(Of(up), Rounding.UpToMultiple(Of(exact), Of(multiple)));
        Assert.Equal(Of(down), Rounding.DownToMultiple(Of(exact), Of(multiple)));
    }

    // Three thirds of a multiple are the multiple, though a third has no end.
    [Fact]
    public void Noise_makes_no_step() => Assert.Equal(1m, Rounding.DownToMultiple(1m / 3m * 3m, 0.05m));

    // 10.00 and 0.333 × 7 = 2.331: exact 12.331, lines 12.33; in steps of 0.05 the lines are 12.30, 12.35 or 12.35.
    [Theory]
    [InlineData(RoundingMethod.Down, -3)]
    [InlineData(RoundingMethod.Half, 2)]
    [InlineData(RoundingMethod.Up, 2)]
    public void Charges_are_brought_to_a_multiple(RoundingMethod method, long minor)
    {
        var lines = Rate(Used(Tariff(Base(10m), Energy(0.333m), Rounded("0.05", method)), January, 7m)).Lines;

        Assert.Equal(("rounded", minor), (lines[^1].Code, lines[^1].Amount.Minor));
    }

    // Two lines of 0.005 are two cents; exact, they are one: in whole cents, cut, one cent goes off.
    [Fact]
    public void Exact_amounts_or_rounded_lines_are_rounded()
    {
        var charges = new[] { Base(0.005m), Base(0.005m, "other") };
        var exact = Used(Tariff([.. charges, Rounded("0.01", RoundingMethod.Down)]), January, 0m);
        var rounded = Used(Tariff([.. charges, Rounded("0.01", RoundingMethod.Down) with
        {
            Counts = RoundingBase.Rounded,
        }]), January, 0m);

        Assert.Equal([1L, 1L, -1L], Rate(exact).Lines.Select(static line => line.Amount.Minor));
        Assert.Equal([1L, 1L], Rate(rounded).Lines.Select(static line => line.Amount.Minor));
    }

    // A levy of 3.7 % alone is cut to tens: 1.741 of 47.06 to 1.70.
    [Fact]
    public void Some_charges_are_rounded_by_themselves()
    {
        var levy = new Charge.Percentage(Head("levy"), 3.7m, ChargeSelection.All);
        var tariff = Tariff(Base(47.06m), levy, Rounded("0.10", RoundingMethod.Down, "levy"));

        Assert.Equal(
            ["base 47.06", "levy 1.74", "rounded -0.04"],
            Rate(Used(tariff, January, 0m)).Lines.Select(static line => $"{line.Code} {line.Amount.ToDecimal()}"));
    }

    // Prices change on the 15th: 4.52 and 5.48 are one sum, which is rounded once, with the last day.
    [Fact]
    public void A_bill_is_rounded_once_though_prices_change()
    {
        var charge = Rounded("1", RoundingMethod.Up);
        var request = Used(
            Tariff(
                Version(1, "2020-01-01", Base(10.10m), charge),
                Version(2, "2025-01-15", Base(10.10m), charge)),
            January,
            0m);

        var line = Assert.Single(Rate(request).Lines, static line => line.Code == "rounded");
        Assert.Equal((90L, "home@2"), (line.Amount.Minor, line.TariffVersion));
    }

    [Fact]
    public void A_rounding_may_have_the_taxes_of_its_lines()
    {
        var vat = new TaxRule("VAT", "VAT", 10m, ["standard"]);
        var rounded = Rounded("1", RoundingMethod.Down);
        rounded = rounded with { Head = rounded.Head with { TaxCategory = ChargeHead.CategoryOfLines } };
        var taxed = Base(4.50m) with { Head = Head("base") with { TaxCategory = "standard" } };
        var request = Used(Tariff(taxed, rounded).With(vat), January, 0m);

        var line = Assert.Single(Rate(request).Lines, static line => line.Code == "rounded");
        Assert.Equal((-50L, "standard"), (line.Amount.Minor, line.TaxCategory));
    }

    // Swiss coins (0.05), and the same bill below zero.
    [Theory]
    [InlineData("12.33", "0.05", Half, 2)]
    [InlineData("12.32", "0.05", Half, -2)]
    [InlineData("-12.33", "0.05", Half, -2)]
    [InlineData("12.33", "10", "down", -233)]
    [InlineData("12.33", "10", "up", 767)]
    [InlineData("12.30", "0.05", Half, 0)]
    public void What_is_to_be_paid_is_rounded_with_a_line(string price, string multiple, string mode, long minor)
    {
        var taxed = Taxed(Used(Tariff(Base(Of(price))), January, 0m)
            .Set(("total-rounding", multiple), ("total-rounding-mode", mode), ("total-rounding-text", "Rundung")));
        var line = taxed.Lines.SingleOrDefault(static line => line.Code == "rounding");

        Assert.Equal(minor, line?.Amount.Minor ?? 0L);
        if (line is not null)
            Assert.Equal(("Rundung", "none", "home@1"), (line.Text, line.TaxCategory, line.TariffVersion));
    }

    // 10.00 and 19 % are 11.90; to whole units 12.00, of which the tax stays that of ten.
    [Fact]
    public void Rounding_the_total_changes_no_tax()
    {
        var vat = new TaxRule("VAT", "VAT", 19m, ["standard"]);
        var taxed = Base(10m) with { Head = Head("base") with { TaxCategory = "standard" } };

        var bill = Taxed(Used(Tariff(taxed).With(vat), January, 0m).Set(("total-rounding", "1")));

        Assert.Equal((1000L, 190L), (bill.Taxes[0].Base.Minor, bill.Taxes[0].Amount.Minor));
        Assert.Equal(1200L, bill.Lines.Sum(static line => line.Amount.Minor) + bill.Taxes[0].Amount.Minor);
    }

    [Theory]
    [InlineData("total-rounding", "0")]
    [InlineData("total-rounding", "ten")]
    [InlineData("total-rounding-mode", "nearest")]
    [InlineData("total-rounding-text", "")]
    public void A_setting_that_makes_no_sense_is_refused(string name, string value)
    {
        Assert.Null(Domain.Tariffs.Settings.RatingSettings.Default.With(name, value, out var problem));
        Assert.NotNull(problem);
    }

    [Fact]
    public void A_multiple_is_more_than_nothing_and_its_charges_stand_before()
    {
        Assert.Equal("out-of-range", Assert.Single(
            TariffValidation.ProblemsOf(Tariff(Base(1m), Rounded("0", RoundingMethod.Half)))).Rule);
        Assert.Equal("unknown-charge", Assert.Single(
            TariffValidation.ProblemsOf(Tariff(Rounded("1", RoundingMethod.Half, "base"), Base(1m)))).Rule);
    }

    private static decimal Of(string number) =>
        decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);

    private static Charge.Fixed Base(decimal price, string code = "base") => new(Head(code), ChargePer.Month, price);

    private static Charge.Rounded Rounded(string multiple, RoundingMethod method, params ImmutableArray<string> of) =>
        new(Head("rounded"), new MultipleRounding(Of(multiple), method), new ChargeSelection(of, []));

    private static RatingResult Rate(RatingRequest request) => ContractRating.Rate(request);

    private static TaxedLines Taxed(RatingRequest request)
    {
        var rated = Rate(request);
        return TaxCalculation.Of(new TaxRequest(rated.Lines, rated.Taxes, Eur));
    }
}
