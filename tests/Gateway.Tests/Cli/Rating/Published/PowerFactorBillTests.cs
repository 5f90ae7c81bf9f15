using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// Bills that a power factor raises or lowers by a percentage, as those who explain them work them out; each with its
/// address, read on 27 November 2026.
/// </summary>
public sealed class PowerFactorBillTests : IDisposable
{
    private const string Days = "2025-01-01..2025-02-01";

    // The Federal Commission of Electricity in Mexico: 60 % of 0.9 / factor - 1 below 0.9, and 25 % of it off above.
    private const string Mexico = """
        { "kind": "percentage", "code": "low", "text": "low", "taxCategory": "none", "percent": 60, "of": ["use"],
          "powerFactor": { "target": 0.9, "method": "ratio", "decimals": 1 } };
        { "kind": "percentage", "code": "high", "text": "high", "taxCategory": "none", "percent": 25, "of": ["use"],
          "powerFactor": { "target": 0.9, "method": "ratio", "side": "above", "decimals": 1 } }
        """;

    private readonly PublishedMeter _meter = new();

    [Theory]
    // es.scribd.com/document/381288443 (energy and demand of a plant in January 2004): 15.6 % of 418,535.45.
    [InlineData("418535.45", """ "kWh": 495192, "kVArh": 484884 """, "", "483826.98")]
    // blog.sunwise.io, factor de potencia: 97.83 % are 2 % of 43,046.60 less.
    [InlineData("43046.6", """ "kWh": 1, "kVArh": 0 """, "power-factor=0.9783", "42185.67")]
    // Of all the most is 2.5 %, where the factor is 1.
    [InlineData("1000", """ "kWh": 500, "kVArh": 0 """, "", "975.00")]
    [InlineData("1000", """ "kWh": 500, "kVArh": 0 """, "power-factor=0.9", "1000.00")]
    public async Task Mexico_by_the_ratio(string amount, string quantities, string settings, string total) =>
        Assert.Equal(
            Number(total),
            await _meter.Bill(Days, $"month/use {amount}; {Joined(Mexico)}", $"{{ {quantities} }}", settings));

    // epcghana.com, explanation of a bill: each hundredth below 0.95 is a hundredth of the demand.
    [Theory]
    [InlineData("0.85", "1100")]
    [InlineData("0.95", "1000")]
    [InlineData("0.99", "1000")]
    public async Task Ghana_by_points(string factor, string total) => Assert.Equal(
        Number(total),
        await _meter.Bill(
            Days,
            "month/demand 1000; " + """
            { "kind": "percentage", "code": "low", "text": "low", "taxCategory": "none", "percent": 1,
              "of": ["demand"], "powerFactor": { "target": 0.95 } }
            """,
            """{ "kWh": 1 }""",
            $"power-factor={factor}"));

    // Where nothing is known of the reactive energy, the bill is held and not taken for a factor of 0.707.
    [Fact]
    public async Task A_factor_that_is_not_known_holds_the_bill()
    {
        using var rate = new PublishedRate();
        var tariff = rate.Tariff(string.Join(", ", PublishedMeter.Charges($"kWh/use :1; {Joined(Mexico)}")));
        var usage = rate.File("usage.json", """
            { "periods": [{ "from": "2025-01-01", "to": "2025-02-01", "quantities": { "import": 100 } }] }
            """);

        var (code, output) = await RateCommand.RunJson("--tariff", tariff, "--usage", usage);

        Assert.Equal(3, code);
        Assert.Contains("no-read", output.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => _meter.Dispose();

    private static string Joined(string charges) => charges.ReplaceLineEndings(" ");
}
