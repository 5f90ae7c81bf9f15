using BillingActors.Gateway.Console.Lists;

namespace BillingActors.Console.Tests.Lists;

/// <summary>Which columns are shown, whatever an address or an old setting says.</summary>
public sealed class ColumnOrderTests
{
    private static readonly ColumnChoice[] All =
    [
        new("entity", "Legal entity"), new("account", "Account") { IsKey = true }, new("balance", "Balance"),
        new("currency", "Currency") { IsUsual = false },
    ];

    [Theory]
    [InlineData("", "entity account balance")]
    [InlineData("nothing,of,this", "entity account balance")]
    [InlineData("balance,account", "balance account")]
    [InlineData("currency,balance", "account currency balance")]
    [InlineData(" balance , account ,balance,,gone", "balance account")]
    public void The_key_is_always_there_and_what_is_not_known_is_not(string text, string expected) =>
        Assert.Equal(expected, Shown(text));

    [Fact]
    public void The_usual_columns_are_no_choice()
    {
        Assert.Empty(ColumnOrder.Kept([.. All], ["entity", "account", "balance"]));
        Assert.Equal(["account", "entity"], ColumnOrder.Kept([.. All], ["account", "entity"]));
    }

    [Fact]
    public void An_address_is_read_to_an_end()
    {
        Assert.Equal(40, ColumnOrder.Read(string.Join(',', Enumerable.Range(0, 500))).Length);
        Assert.Empty(ColumnOrder.Read(new string('x', 500)));
        Assert.Empty(ColumnOrder.Read("a\0b"));
        Assert.Equal("value day,left", ColumnOrder.Write(ColumnOrder.Read("value day,left")));
    }

    private static string Shown(string text) =>
        string.Join(' ', ColumnOrder.Shown([.. All], ColumnOrder.Read(text)).Select(one => one.Key));
}
