using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// Days of customers of Octopus Energy as the tests of their add-on for Home Assistant expect them
/// (github.com/BottlecapDave/HomeAssistant-OctopusEnergy, tests/unit/electricity and gas, test_calculate_…), by the
/// half
/// hour; two of them are as the account of the supplier shows them. It rounds the sum of a day.
/// </summary>
public sealed class OctopusBillTests : IDisposable
{
    private const string Electricity = """
        0.064 0.060 0.062 0.063 0.059 0.070 0.056 0.069 0.056 0.068 0.051 0.065 0.052 0.061 0.056 0.218
        0.101 0.100 0.109 0.080 0.093 0.186 0.248 0.202 0.204 0.072 0.070 0.068 0.105 0.177 0.112 0.303
        0.265 0.182 0.075 0.056 0.069 0.079 0.088 0.072 0.142 0.143 0.243 0.115 0.086 0.093 0.060 0.069
        """;

    private const string Gas = """
        0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0.0226 0.2261 0.4409 2.0351 0 0.1357 0.6331 1.0401 0 0.0226 0 0 0 0.1922 0.0113
        0.0113 0 0 0.0565 0 0 0 0.1583 0 0 0 0 0 0 0.0226 0.0904 0 0
        """;

    private readonly PublishedRate _rate = new();

    [Theory]
    // 9 May 2026: 5.197 kWh at 23.856 pence with 53 a day, and 5.0988 kWh of gas at 6.2475 with 32.68.
    [InlineData(Electricity, "0.23856", "0.53", "2026-05-09", "1.77")]
    [InlineData(Electricity, "0.23856", "0", "2026-05-09", "1.24")]
    [InlineData(Gas, "0.062475", "0.3268", "2026-05-09", "0.65")]
    [InlineData(Gas, "0.062475", "0", "2026-05-09", "0.32")]
    // A kWh each half hour at 50 pence, with 10.1 and 27 a day.
    [InlineData("48", "0.50", "0.101", "2022-02-28", "24.10")]
    [InlineData("48", "0.50", "0", "2022-02-28", "24.00")]
    [InlineData("48", "0.50", "0.27", "2022-02-28", "24.27")]
    public async Task Days(string values, string price, string perDay, string day, string total)
    {
        var all = values == "48" ? Enumerable.Repeat("1", 48) : values.Split((char[])[' ', '\n'], Words);
        var energy = Charge("usage", "use", $$"""
            "direction": "import", "unit": "kWh", "price": { "kind": "flat", "price": {{price}} }
            """);

        var bills = await Bills(
            "--tariff", _rate.Tariff(
                string.Join(", ", Charge("fixed", "day", $$""" "per": "day", "price": {{perDay}} """), energy, Pence),
                currency: "GBP"),
            "--usage", _rate.File("day.txt", string.Join('\n', all)), "--start", day, "--interval", "30",
            "--zone", "Europe/London");

        Assert.Equal(Number(total), Sums(bills[0]).Total);
    }

    // Gas in cubic metres at 40 MJ: each is 1.02264 × 40 / 3.6 kWh, which it rounds to 11.363 half hour by half hour.
    [Theory]
    [InlineData("0", "interval", "272.71")]
    [InlineData("0.27", "interval", "272.98")]
    [InlineData("0", "total", "272.70")]
    public async Task Gas_in_cubic_metres(string perDay, string rounding, string total)
    {
        var gas = Charge("usage", "use", """
            "direction": "import", "unit": "kWh", "price": { "kind": "flat", "price": 0.50 },
            "conversion": { "from": "m3", "factors": [{ "name": "volume", "value": 1.02264 }],
              "heatingValue": { "unit": "MJ", "per": "m3", "values": [{ "value": 40 }] } }
            """);

        var bills = await Bills(
            "--tariff", _rate.Tariff(
                string.Join(", ", Charge("fixed", "day", $$""" "per": "day", "price": {{perDay}} """), gas, Pence),
                currency: "GBP"),
            "--usage", _rate.File("day.txt", "m3\n" + string.Join('\n', Enumerable.Repeat("1", 48))),
            "--start", "2022-02-28", "--interval", "30", "--zone", "Europe/London",
            "--set", "converted-decimals=3", "--set", $"converted-rounding={rounding}");

        Assert.Equal(Number(total), Sums(bills[0]).Total);
    }

    public void Dispose() => _rate.Dispose();

    private static readonly string Pence = Charge("rounding", "sum", """ "to": 0.01 """);

    private const StringSplitOptions Words = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
}
