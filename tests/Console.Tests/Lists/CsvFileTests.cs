using BillingActors.Gateway.Console.Lists;

namespace BillingActors.Console.Tests.Lists;

public sealed class CsvFileTests
{
    [Theory]
    [InlineData("Ada", "Ada")]
    [InlineData("", "")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+61 2", "'+61 2")]
    [InlineData("-5", "'-5")]
    [InlineData("@cmd", "'@cmd")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"")]
    [InlineData("Smith, Ada", "\"Smith, Ada\"")]
    [InlineData("a=b", "a=b")]
    public void A_text_is_never_a_formula_and_never_breaks_its_line(string text, string expected)
    {
        Assert.Equal(expected, CsvFile.TextOf(new CellValue.Text(text)));
        Assert.Equal(expected, CsvFile.TextOf(new CellValue.Word(text)));
    }

    [Fact]
    public void Numbers_and_days_stay_what_they_are()
    {
        Assert.Equal("-12.50", CsvFile.TextOf(new CellValue.Amount(-1250, "AUD")));
        Assert.Equal("-1250", CsvFile.TextOf(new CellValue.Amount(-1250, "JPY")));
        Assert.Equal("1.250", CsvFile.TextOf(new CellValue.Amount(1250, "BHD")));
        Assert.Equal("-3", CsvFile.TextOf(new CellValue.Number(-3)));
        Assert.Equal("2026-04-01", CsvFile.TextOf(new CellValue.Day(new DateOnly(2026, 4, 1))));
        Assert.Equal("2026-04-01T08:30:00Z", CsvFile.TextOf(
            new CellValue.Moment(new DateTimeOffset(2026, 4, 1, 18, 30, 0, TimeSpan.FromHours(10)))));
        Assert.Equal("", CsvFile.TextOf(new CellValue.Amount(null, "AUD")));
        Assert.Equal("", CsvFile.TextOf(new CellValue.Text(null)));
    }
}
