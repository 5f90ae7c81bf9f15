using System.Text.Json;

namespace BillingActors.Gateway.Tests.Cli.Rating;

/// <summary>What billing rate makes of taxes: those of a file, and those of a tariff.</summary>
public sealed class RateTaxTests : IDisposable
{
    private readonly RateCommand _command = new();

    // Energy 24,500 × 0.1105 = 2,707.25, base 12.00. State: 40 % of each at 2.9 %: 31.40 + 0.14; city 5.15 %: 139.42 +
    // 0.62. In all 171.58.
    [Fact]
    public async Task A_stack_of_jurisdictions_with_a_certificate_of_a_share()
    {
        var bill = await Bill("taxed-elsewhere", "tax/denver.json");

        Assert.Equal(("2719.25", "171.58", "2890.83"), Sums(bill));
        Assert.Equal(
            [
                "us-co STATE standard 1087.70 31.54", "us-co STATE customer-exempt 1631.55 0.00",
                "us-co-denver CITY standard 2719.25 140.04",
            ],
            Taxes(bill));
        Assert.Equal("STATE: Manufacturing (E-7)", Notes(bill)[0]);
        Assert.StartsWith("Exemption certificate E-7 ends on 2025-03-01", Notes(bill)[1], StringComparison.Ordinal);
    }

    // 11.90 + 24,500 × 0.2999 = 7,347.55 with tax: 7,359.45, and no tax of it.
    [Fact]
    public async Task Reverse_charge_keeps_the_price_and_says_so()
    {
        var bill = await Bill("prices-with-tax", "tax/reverse-charge.json");

        Assert.Equal(("7359.45", "0.00", "7359.45"), Sums(bill));
        Assert.Equal(["fr VAT reverse-charge 7359.45 0.00"], Taxes(bill));
        Assert.StartsWith("Reverse charge", Assert.Single(Notes(bill)), StringComparison.Ordinal);
        Assert.Equal(
            "checked 2024-12-20, WAPIAAAAX0-77", bill.GetProperty("taxes")[0].GetProperty("evidence").GetString());
    }

    // 7,359.45 / 1.19 = 6,184.4117… → 6,184.41; the rest is 1,175.04. No file of taxes: what is printed stays as it
    // was.
    [Fact]
    public async Task The_taxes_of_a_tariff_may_be_in_its_prices()
    {
        var bill = await Bill("prices-with-tax", null);

        Assert.Equal(("6184.41", "1175.04", "7359.45"), Sums(bill));
        Assert.Equal("11.90", bill.GetProperty("lines")[0].GetProperty("gross").GetString());
        Assert.False(bill.TryGetProperty("taxes", out _));
    }

    [Fact]
    public async Task A_file_of_taxes_that_breaks_a_rule_is_refused()
    {
        var wrong = _command.Write("tax.json", """{"jurisdictions":[{"id":"x","name":"X","taxes":[]}]}""");
        var (code, problem) = await RateCommand.RunJson([.. Arguments("taxed-elsewhere"), "--tax", wrong]);

        Assert.Equal(3, code);
        Assert.Equal("urn:billing:problem:tax-invalid", problem.GetProperty("type").GetString());
        Assert.Equal("jurisdictions/0/taxes", problem.GetProperty("errors")[0].GetProperty("path").GetString());
    }

    [Fact]
    public async Task A_tariff_that_leaves_its_taxes_to_nobody_is_not_rated()
    {
        var (code, problem) = await RateCommand.RunJson([.. Arguments("taxed-elsewhere")]);

        Assert.Equal(3, code);
        Assert.Equal("tax-unknown", problem.GetProperty("errors")[0].GetProperty("rule").GetString());
    }

    [Fact]
    public async Task A_table_for_people_tells_each_tax()
    {
        var result = await RateCommand.Run(
            [.. Arguments("taxed-elsewhere"), "--tax", RateCommand.InRepository("samples/tax/denver.json")]);

        Assert.Contains(result.Lines, line => line.StartsWith("us-co-denver CITY", StringComparison.Ordinal)
            && line.Contains("140.04", StringComparison.Ordinal));
    }

    public void Dispose() => _command.Dispose();

    private static string[] Arguments(string tariff) =>
    [
        "--tariff", RateCommand.InRepository($"samples/tariffs/{tariff}.json"),
        "--usage", RateCommand.InRepository("samples/rate/determinants.json"),
    ];

    private static async Task<JsonElement> Bill(string tariff, string? tax)
    {
        string[] file = tax is null ? [] : ["--tax", RateCommand.InRepository("samples/" + tax)];
        var (code, output) = await RateCommand.RunJson([.. Arguments(tariff), .. file]);
        Assert.True(code == 0, output.ToString());
        return output.GetProperty("bills")[0];
    }

    private static (string?, string?, string?) Sums(JsonElement bill) =>
        (bill.GetProperty("subtotal").GetString(), bill.GetProperty("tax").GetString(),
            bill.GetProperty("total").GetString());

    private static string[] Taxes(JsonElement bill) => [.. bill.GetProperty("taxes").EnumerateArray().Select(tax =>
        string.Join(' ', new[] { "jurisdiction", "code", "reason", "base", "amount" }
            .Select(member => tax.GetProperty(member).GetString())))];

    private static string[] Notes(JsonElement bill) =>
        [.. bill.GetProperty("notes").EnumerateArray().Select(note => note.GetString()!)];
}
