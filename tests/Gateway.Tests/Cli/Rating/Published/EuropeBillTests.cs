using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>Bills of Spain, Slovenia, Germany and France, as calculators and grids work them out; each named.</summary>
public sealed class EuropeBillTests : IDisposable
{
    private readonly PublishedMeter _meter = new();

    // A house in Spain from 18 February to 18 March 2020 (github.com/azogue/pvpcbill, README.md and its test data): 4.6
    // kW for 30 days, by day and night or at one price; a tax of 5.11269632 % bears the value-added tax of 21 %.
    [Theory]
    [InlineData("P1/access :0.062012; P1/supply :0.049855; P2/night :0.002215; P2/late :0.043402", "170.039", "302.89",
        "62.46")]
    [InlineData("P1/access :0.044027; P1/supply :0.04971", "472.93", "0", "77.08")]
    public async Task House_in_Spain(string energy, string day, string night, string total)
    {
        var charges = string.Join("; ", energy.Split("; ").Select(static one =>
        {
            var (names, price) = (one.Split(' ')[0].Split('/'), one.Split(' ')[1]);
            return Charge("usage", names[1], $$"""
                "direction": "import", "unit": "kWh", "channels": ["{{names[0]}}"],
                "price": { "kind": "flat", "price": {{price[1..]}} }
                """, "v");
        }));
        var power = "day/power/v 0.4781424; day/market/v 0.039123";
        var tax = "percent/tax/v 5.11269632";

        Assert.Equal(Number(total), await _meter.Bill(
            "2020-02-18..2020-03-19",
            $"{power}; {charges}; {tax}; day/rent/v 0.026666667",
            $$"""{ "P1": { "total": {{day}} }, "P2": { "total": {{night}} } }""",
            "EUR",
            """{ "code": "IVA", "text": "IVA", "percent": 21, "categories": ["v"] }"""));
    }

    // Two houses in Slovenia in January 2025 (github.com/nlubej/ElectricityBillCalculator,
    // tests/test_bill_calculation.py): high and low tariff, and five blocks with their agreed power and their energy.
    // The third also uses 50 kWh of the sun, shared by tariff and counted in the first block.
    [Theory]
    [InlineData("0.084 0.07", "154 251", "3.61324*5 0.8824*5.3 0.19137*5.6 0.01316*5.6",
        "0.01958 0.01844 0.01837 0.01838", "105 147 103 50", "0.37 0.62 1.99 -0.18", "64.78")]
    [InlineData("0.12479 0.10285", "120 137", "1.71126*3.8 0.91224*3.9 0.16297*4.1 0.00407*4.1",
        "0.01998 0.01833 0.01809 0.01855", "61 89 78 29", "1.71 0.39 1.99 -1", "47.70")]
    [InlineData("0.084 0.07", "173.012346 281.987654", "", "", "", "", "34.27")]
    [InlineData("", "", "3.61324*5", "0.01958", "155", "", "21.10")]
    public async Task Houses_in_Slovenia(
        string energy, string used, string power, string blocks, string inBlocks, string others, string total)
    {
        static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        static string Usage(string code, string price) => Charge("usage", code, $$"""
            "direction": "import", "unit": "kWh", "price": { "kind": "flat", "price": {{price}} }
            """);

        var charges = Words(energy).Select(static (price, index) => Usage($"energy{index}", price))
            .Concat(Words(power).Select(static (one, index) => Charge(
                "fixed", $"power{index}", $$"""
                    "per": "month", "price": {{one.Split('*')[0]}},
                    "times": { "number": {{one.Split('*')[1]}}, "unit": "kW" }
                    """)))
            .Concat(Words(blocks).Select(static (price, index) => Usage($"block{index}", price)))
            .Concat(Words(others).Select(static (price, index) => $"month/other{index} {price}"));
        var quantities = Words(used).Select(static (kWh, index) => (Name: $"energy{index}", kWh))
            .Concat(Words(inBlocks).Select(static (kWh, index) => (Name: $"block{index}", kWh)))
            .Select(static one => $$""" "{{one.Name}}": { "total": {{one.kWh}} } """);

        Assert.Equal(Number(total), await _meter.Bill(
            "2025-01-01..2025-02-01", string.Join("; ", charges), $"{{ {string.Join(", ", quantities)} }}", "EUR"));
    }

    // A grid in Germany (swm-online.de, Netzentgelte berechnen, 2024): 25 million kWh and 5,000 kW in medium voltage.
    [Fact]
    public async Task Year_at_a_grid_in_Germany()
    {
        var power = Charge("demand", "power", """
            "direction": "import", "unit": "kW", "windowMinutes": 15, "per": "year",
            "price": { "kind": "flat", "price": 147.35 }
            """);

        Assert.Equal(859_250m, await _meter.Bill(
            "2025-01-01..2026-01-01", $"{power}; kWh :0.0049",
            """{ "import": { "total": 25000000 } }, "demand": { "power": { "max": 5000 } }""", "EUR"));
    }

    // Waste water of a factory in Reims (eau.reimsmetropole.fr): 4,000 cubic metres of a year are billed, 10,000 more
    // count as 8,000, and with 2.08 for what is in them as 16,640.
    [Theory]
    [InlineData("1", "8000")]
    [InlineData("2.08", "16640")]
    public async Task Waste_water_of_Reims(string factor, string counted)
    {
        var steps = string.Join(", ", new[] { (6000, 1m), (12000, 0.8m), (24000, 0.6m), (0, 0.5m) }.Select(step =>
        {
            var limit = step.Item1 == 0 ? "" : $"\"upTo\": {step.Item1}, ";
            return System.FormattableString.Invariant($$"""{ {{limit}}"price": {{step.Item2 * Number(factor)}} }""");
        }));
        var water = Charge("usage", "use", $$"""
            "direction": "import", "unit": "m3", "price": { "kind": "tiers", "per": "year", "steps": [{{steps}}] }
            """);
        using var rate = new PublishedRate();

        var bills = await Bills(
            "--tariff", rate.Tariff(water, currency: "EUR"), "--usage", rate.File("usage.json", """
                { "periods": [
                  { "from": "2025-01-01", "to": "2025-04-01", "quantities": { "import": { "total": 4000 } } },
                  { "from": "2025-04-01", "to": "2025-07-01", "quantities": { "import": { "total": 10000 } } }] }
                """),
            "--cycle", "2025-01-01..2025-04-01..2025-07-01");

        Assert.Equal(Number(counted), Sums(bills[1]).Total);
    }

    // merkur.de, 2023: 1,000 cubic metres at 10.3 and 0.95.
    [Fact]
    public async Task Gas_of_Germany() => Assert.Equal(9_785m, await _meter.Month(
        Charge("usage", "use", """
            "direction": "import", "unit": "kWh", "price": { "kind": "flat", "price": 1 },
            "conversion": { "from": "m3", "factors": [{ "name": "state", "value": 0.95 }],
              "heatingValue": { "unit": "kWh", "per": "m3", "values": [{ "value": 10.3 }] } }
            """),
        1000m,
        settings: "EUR"));

    public void Dispose() => _meter.Dispose();
}
