using BillingActors.Gateway.Console.Look;

namespace BillingActors.Console.Tests;

public sealed class DeskLocaleTests
{
    [Theory]
    [InlineData("en-AU", "\u22121,234.50\u00a0AUD", "5 Feb 2026")]
    [InlineData("de-DE", "\u22121.234,50\u00a0AUD", "05.02.2026")]
    [InlineData("fr-FR", "\u22121\u202f234,50\u00a0AUD", "05/02/2026")]
    [InlineData("ja-JP", "\u22121,234.50\u00a0AUD", "2026/02/05")]
    [InlineData("ar", "\u22121,234.50\u00a0AUD", "05/02/2026")]
    public void Amounts_and_days_look_as_people_read_them(string code, string money, string day)
    {
        var locale = DeskLocale.Of(code);
        Assert.Equal(money, locale.Money(-123450, "AUD"));
        Assert.Equal(day, locale.Day(new DateOnly(2026, 2, 5)));
    }

    [Theory]
    [InlineData("JPY", "1,234")]
    [InlineData("BHD", "1.234")]
    [InlineData("EUR", "12.34")]
    public void Decimals_are_those_of_the_currency(string currency, string text) =>
        Assert.Equal(text, DeskLocale.Of("en-AU").Number(1234, currency));

    [Fact]
    public void What_nobody_knows_is_the_first() => Assert.Equal("en-AU", DeskLocale.Of("xx<script>").Code);

    [Fact]
    public void A_period_shows_its_last_day() => Assert.Equal(
        "1 Jan 2026 – 31 Jan 2026", DeskLocale.Of(null).Days(new DateOnly(2026, 1, 1), new DateOnly(2026, 2, 1)));
}
