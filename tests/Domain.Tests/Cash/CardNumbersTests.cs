using System.Globalization;
using BillingActors.Domain.Cash;
using CsCheck;

namespace BillingActors.Domain.Tests.Cash;

public sealed class CardNumbersTests
{
    [Theory]
    [InlineData("4111111111111111")]
    [InlineData("4111 1111 1111 1111")]
    [InlineData("card 4111-1111-1111-1111 12/29")]
    [InlineData("4111111111111111 12")]
    [InlineData("ref 77 5555555555554444,")]
    [InlineData("378282246310005")]
    [InlineData("6011.1111.1111.1117")]
    [InlineData("30569309025904")]
    public void What_looks_like_a_card_number_is_found_wherever_it_stands(string text) =>
        Assert.True(CardNumbers.AreIn(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("4111111111111112")]
    [InlineData("INV-00000042")]
    [InlineData("tok_1PqWv2eZ")]
    [InlineData("4111 1111  1111 1111")]
    [InlineData("RF18539007547034")]
    [InlineData("41111111111111110000000000")]
    public void Other_text_is_left_alone(string? text) => Assert.False(CardNumbers.AreIn(text));

    [Fact]
    public void Any_number_with_a_check_digit_is_found() =>
        Gen.Select(Gen.Int[2, 6], Gen.Int[0, 9].Array[11, 17]).Sample((first, rest) =>
        {
            var text = first.ToString(CultureInfo.InvariantCulture) + string.Concat(rest);
            var found = Enumerable.Range(0, 10).Count(digit => CardNumbers.AreIn(text + digit));
            Assert.Equal(1, found);
        });
}
