using System.Globalization;
using BillingActors.Domain.Primitives;
using CsCheck;

namespace BillingActors.Domain.Tests.Primitives;

public sealed class MoneyTests
{
    private static readonly Currency Eur = Currency.Of("EUR");

    [Theory]
    [InlineData("EUR", 1230, "12.30 EUR")]
    [InlineData("JPY", 1230, "1230 JPY")]
    [InlineData("BHD", -1230, "-1.230 BHD")]
    [InlineData("CLF", 1, "0.0001 CLF")]
    public void Money_prints_with_the_decimals_of_its_currency(string code, long minor, string text) =>
        Assert.Equal(text, new Money(minor, Currency.Of(code)).ToString());

    [Fact]
    public void Three_thirds_of_half_a_cent_are_half_a_cent()
    {
        var third = 0.005m / 3m;

        Assert.Equal(new Money(1, Currency.Of("EUR")), Rounding.ToMoney(third + third + third, Currency.Of("EUR")));
        Assert.Equal(new Money(0, Currency.Of("EUR")), Rounding.ToMoney(0.00499999999999999m, Currency.Of("EUR")));
    }

    [Fact]
    public void Amounts_round_half_away_from_zero_whatever_their_digits() =>
        Gen.Select(Gen.Long, Gen.Int[0, 28], Gen.Int[0, 62], Gen.Int[0, 3])
            .Sample((number, scale, shift, index) =>
            {
                var currency = Currency.Of(new[] { "EUR", "JPY", "BHD", "CLF" }[index]);
                var exact = number >> shift;
                var amount = exact * decimal.Parse($"1e-{scale}", NumberStyles.Float, CultureInfo.InvariantCulture);
                var minor = decimal.Round(
                    decimal.Round(amount * currency.Scale, 18, MidpointRounding.AwayFromZero), 0,
                    MidpointRounding.AwayFromZero);
                if (minor >= long.MinValue && minor <= long.MaxValue)
                    Assert.Equal(new Money((long)minor, currency), Rounding.ToMoney(amount, currency));
            });

    [Fact]
    public void Different_currencies_never_meet()
    {
        var (euro, dollar) = (new Money(1, Eur), new Money(1, Currency.Of("USD")));

        Assert.Throws<BrokenInvariantException>(() => euro + dollar);
        Assert.Throws<BrokenInvariantException>(() => euro - dollar);
        Assert.Throws<BrokenInvariantException>(() => euro < dollar);
    }

    [Fact]
    public void Money_beyond_the_range_is_an_error_and_no_small_number() =>
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue, Eur) + new Money(1, Eur));

    [Theory]
    [InlineData("eur")]
    [InlineData("EU")]
    [InlineData("EURO")]
    [InlineData("ÄUR")]
    [InlineData(null)]
    public void A_currency_is_three_capital_letters(string? code)
    {
        Assert.False(Currency.IsCode(code));
        Assert.Throws<BrokenInvariantException>(() => Currency.Of(code!));
    }

    [Fact]
    public void The_default_currency_is_none() => Assert.Equal("XXX", default(Currency).Code);

    [Fact]
    public void A_sum_is_the_sum_of_the_minor_units() =>
        Gen.Long[-1_000_000, 1_000_000].Array.Sample(amounts =>
            Assert.Equal(amounts.Sum(), Money.Sum(Eur, amounts.Select(minor => new Money(minor, Eur))).Minor));

    [Theory]
    [InlineData("2.345", 235)]
    [InlineData("-2.345", -235)]
    [InlineData("2.344999999", 234)]
    [InlineData("0.005", 1)]
    public void Halves_round_away_from_zero(string exact, long minor) =>
        Assert.Equal(new Money(minor, Eur), Rounding.ToMoney(decimal.Parse(exact, null), Eur));

    [Fact]
    public void Rounding_knows_the_currency() =>
        Assert.Equal(13, Rounding.ToMoney(12.5m, Currency.Of("JPY")).Minor);
}
