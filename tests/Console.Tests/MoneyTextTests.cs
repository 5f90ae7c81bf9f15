using BillingActors.Gateway.Console.Look;

namespace BillingActors.Console.Tests;

public sealed class MoneyTextTests
{
    [Theory]
    [InlineData("12", "EUR", 1200L)]
    [InlineData("12.5", "EUR", 1250L)]
    [InlineData("12,50", "EUR", 1250L)]
    [InlineData(" 0.05 ", "EUR", 5L)]
    [InlineData("1200", "JPY", 1200L)]
    [InlineData("1.234", "BHD", 1234L)]
    [InlineData("1.234", "EUR", null)]
    [InlineData("1,234.50", "EUR", null)]
    [InlineData("1 234", "EUR", null)]
    [InlineData("12.", "EUR", null)]
    [InlineData(".5", "EUR", null)]
    [InlineData("-5", "EUR", null)]
    [InlineData("1e3", "EUR", null)]
    [InlineData("٥", "EUR", null)]
    [InlineData("1.5", "JPY", null)]
    [InlineData("", "EUR", null)]
    [InlineData("99999999999999999999", "EUR", null)]
    public void An_amount_is_read_in_one_way_or_not_at_all(string text, string currency, long? minor) =>
        Assert.Equal(minor, MoneyText.Read(text, currency));

    [Fact]
    public void What_is_written_is_read() =>
        CsCheck.Check.Sample(
            CsCheck.Gen.Select(CsCheck.Gen.Long[0, 9_999_999_999], CsCheck.Gen.OneOf(
                CsCheck.Gen.Const("EUR"), CsCheck.Gen.Const("JPY"), CsCheck.Gen.Const("BHD"))),
            pair => Assert.Equal(pair.Item1, MoneyText.Read(MoneyText.Write(pair.Item1, pair.Item2), pair.Item2)));
}
