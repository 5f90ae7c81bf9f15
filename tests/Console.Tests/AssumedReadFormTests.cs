using BillingActors.Gateway.Console.Readings;
using BillingActors.Grains.Interfaces.Inquiries;
using BillingActors.Storage.Reports;

namespace BillingActors.Console.Tests;

/// <summary>What a form of assumed reads says.</summary>
public sealed class AssumedReadFormTests
{
    private static readonly DateOnly March = new(2025, 3, 1);

    private static readonly ReadRow Known = new(
        "P1", "R1", "M|1", March, 1300m, "actual", "scheduled", 1, "imp-1", 2);

    [Fact]
    public void What_is_left_empty_stays_and_the_rest_keeps_its_decimals()
    {
        var key = AssumedReadForm.Key(Known);
        var form = new AssumedReadForm([key, key], ["", "1280.50"], "R2", March, "7");

        Assert.Equal(
            [new AssumedRead("R1", March, 128050, 2, "M|1"), new AssumedRead("R2", March, 7)],
            form.Reads()!.Value.AsEnumerable());
        Assert.Equal("", form.Typed(Known));
        Assert.Empty(new AssumedReadForm([key], [" "], "R2", March, null).Reads()!.Value);
    }

    [Theory]
    [InlineData("2025-03-01|R1|M1", "1e3")]
    [InlineData("2025-03-01|R1|M1", "-1")]
    [InlineData("2025-03-01|R1", "1")]
    [InlineData("1 March|R1|M1", "1")]
    public void What_is_no_read_is_none(string at, string value) =>
        Assert.Null(new AssumedReadForm([at], [value], null, null, null).Reads());

    [Fact]
    public void One_more_read_needs_a_register_and_a_day()
    {
        Assert.Null(new AssumedReadForm([], [], "R1", null, "1").Reads());
        Assert.Null(new AssumedReadForm([], [], "", March, "1").Reads());
    }
}
