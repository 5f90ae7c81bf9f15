using BillingActors.Gateway.Api;
using BillingActors.Gateway.Http;
using BillingActors.Grains.Interfaces.Ledger;

namespace BillingActors.Gateway.Tests;

/// <summary>No cell of a file becomes a formula, whoever wrote what stands in it.</summary>
public sealed class CsvTextTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("\uFF1D1+1", "'\uFF1D1+1")]
    [InlineData("\uFF0B1", "'\uFF0B1")]
    [InlineData("\uFF0D1", "'\uFF0D1")]
    [InlineData("\uFF20SUM(A1)", "'\uFF20SUM(A1)")]
    [InlineData("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0")]
    [InlineData("@SUM(1,2)", "\"'@SUM(1,2)\"")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("plain", "plain")]
    [InlineData(null, "")]
    public void A_text_is_never_a_formula(string? text, string cell) => Assert.Equal(cell, CsvText.Of(text));

    [Fact]
    public void Ids_and_names_of_ledger_files_are_cells_like_all_others()
    {
        var aged = new AgedView(0, 0, 0, 0, 0, 0, -5, 0, -5, -5);
        var ageing = new AgeingReport(
            new AgeingView("north", new DateOnly(2026, 3, 1), "due-date", []),
            [new AccountAgeingRow("=1+1", "c,\"1", "AUD", aged)]);

        var line = LedgerCsv.Of(ageing).Split('\n')[1];
        Assert.StartsWith("'=1+1,\"c,\"\"1\",AUD,0.00,", line, StringComparison.Ordinal);
        Assert.Contains(",-0.05,", line, StringComparison.Ordinal);
    }
}
