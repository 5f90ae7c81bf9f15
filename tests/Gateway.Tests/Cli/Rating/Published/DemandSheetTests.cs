using System.Globalization;
using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>Demands as extension services, utilities and a university laboratory work them out.</summary>
public sealed class DemandSheetTests : IDisposable
{
    private readonly PublishedMeter _meter = new();

    // we3lab/electric-emission-cost (Stanford, tests/test_costs.py): a large customer of Pacific Gas & Electric whose
    // load rises from 0 by 1 kW each quarter of an hour; a summer weekday, a weekend, a winter weekday, three days.
    [Theory]
    [InlineData("2024-07-10", 1, "4027.79")]
    [InlineData("2024-07-13", 1, "2023.50")]
    [InlineData("2024-03-07", 1, "2028.60")]
    [InlineData("2024-03-09", 1, "2023.50")]
    [InlineData("2024-07-10", 3, "13314.83")]
    public async Task Demand_of_rising_load(string day, int days, string total)
    {
        const string Hours = """
            , "calendars": [{ "id": "hours",
              "seasons": [{ "name": "summer", "from": "05-01" }, { "name": "winter", "from": "11-01" }],
              "rules": [
                { "season": "summer", "days": ["weekday"], "from": "12:00", "until": "18:00", "period": "peak" },
                { "season": "summer", "days": ["weekday"], "from": "08:30", "until": "12:00", "period": "partial" },
                { "season": "summer", "days": ["weekday"], "from": "18:00", "until": "21:30", "period": "partial" },
                { "season": "winter", "days": ["weekday"], "from": "08:30", "until": "12:00", "period": "winter" },
                { "season": "winter", "days": ["weekday"], "from": "18:00", "until": "21:30", "period": "winter" }],
              "otherwise": "other" }]
            """;
        var prices = string.Join(", ", "peak:21.19 partial:5.88 winter:0.06 other:0".Split(' ').Select(static one =>
            $$"""
            { "period": "{{one.Split(':')[0]}}", "price": { "kind": "flat", "price": {{one.Split(':')[1]}} } }
            """));
        using var rate = new PublishedRate();
        var usage = rate.File("usage.txt", string.Join('\n', Enumerable.Range(0, 96 * days).Select(
            static quarter => (quarter / 4m).ToString(CultureInfo.InvariantCulture))));
        var bills = await Bills(
            "--tariff", rate.Tariff($"{Demand("all", "21.3")}, {Charge("demand", "hours", $$"""
                "direction": "import", "unit": "kW", "windowMinutes": 15,
                "price": { "kind": "time-of-use", "calendar": "hours", "prices": [{{prices}}] }
                """)}", Hours),
            "--usage", usage, "--start", day, "--interval", "15", "--set", "demand-part=whole");
        Assert.Equal(Number(total), Sums(bills[0]).Net);
    }

    [Theory]
    // University of Nebraska (G2312), 482.60 kVAr where 40 % of 986.40 kW are allowed: 88.04 more.
    [InlineData(986.40, 482.60, 40, "88.04")]
    // Metropolitan Electricity Authority of Thailand: beyond 61.97 % of the demand; 404 kW and 300 kVAr.
    [InlineData(404, 300, 61.97, "49.64")]
    // A district in Washington (electrical-contractor.net): 62 % is a factor of 0.85.
    [InlineData(100, 62, 62, "0")]
    [InlineData(100, 75, 62, "13")]
    public async Task Reactive_demand_beyond_a_part_of_the_real_one(
        double real, double reactive, double percent, string total)
    {
        var charges = Demand("demand", "0") + "; " + Charge("demand", "reactive", string.Create(
            CultureInfo.InvariantCulture, $$"""
                "direction": "import", "unit": "kVAr", "windowMinutes": 15, "over": "demand",
                "overPercent": {{percent}}, "price": { "kind": "flat", "price": 1 }
                """));
        var demands = string.Create(CultureInfo.InvariantCulture, $$"""
            { "import": { "total": 0 } },
            "demand": { "demand": { "max": {{real}} }, "reactive": { "max": {{reactive}} } }
            """);
        Assert.Equal(Number(total), await _meter.Bill("2025-01-01..2025-02-01", charges, demands));
    }

    [Theory]
    // Tennessee (MTAS, energy bill): 85 % of the kVA at a factor of 84.4 %; 110 kW are 110.78. 50 kW cost nothing.
    [InlineData("60.78", 110, "power-factor=0.844", """ "powerFactor": { "method": "ratio", "target": 0.85 } """)]
    // And at least 30 % of the highest of twelve months.
    [InlineData("70", 80, "prior-peaks=2024-07:400", """ "ratchet": { "months": 12, "percent": 30 } """)]
    // Hydro-Québec: 90 % of the apparent power, or 65 % of a winter's; 100 kW at a factor of 0.8 are 112.5.
    [InlineData("62.50", 100, "power-factor=0.8", """ "powerFactor": { "method": "ratio", "target": 0.9 } """)]
    [InlineData("80", 100, "prior-peaks=2024-12:200", """ "ratchet": { "months": 11, "percent": 65 } """)]
    // A cooperative (ahec.coop): one percent more for each percentage point below 90 %.
    [InlineData("55", 100, "power-factor=0.85",
        """ "powerFactor": { "method": "points", "target": 0.9, "percent": 1 } """)]
    public async Task Billed_demand_beyond_50(string total, int kW, string settings, string terms) => Assert.Equal(
        Number(total),
        decimal.Round(
            await _meter.Month(
                Charge("demand", "demand", $$"""
                    "direction": "import", "unit": "kW", "windowMinutes": 15, {{terms}},
                    "price": {{PublishedMeter.PriceOf("50:0 :1")}}
                    """),
                0, kW, settings),
            2));

    [Theory]
    // Oracle Utilities (variable threshold blocks): 450 kWh for each contracted kW at .0400, the rest at .0353.
    [InlineData("hours-use", "option", "\"installed-kw\"", "450", "0.0400", "0.0353", 10, 6000, "232.95")]
    // And 300 for each billed kW at .0420, the rest at .0262.
    [InlineData("hours-use", "demandCharge", "\"demand\"", "300", "0.0420", "0.0262", 20, 10_000, "356.80")]
    public async Task Blocks_of_hours(
        string kind, string by, string what, string hours, string first, string rest, int kW, int kWh, string total) =>
        Assert.Equal(Number(total), await _meter.Month(
            "kW :0; " + Charge("usage", "use", $$"""
                "direction": "import", "unit": "kWh", "price": { "kind": "{{kind}}", "{{by}}": {{what}},
                  "steps": [{ "upTo": {{hours}}, "price": {{first}} }, { "price": {{rest}} }] }
                """),
            kWh, kW, $"installed-kw={kW}"));

    public void Dispose() => _meter.Dispose();

    private static string Demand(string code, string price) => Charge("demand", code, $$"""
        "direction": "import", "unit": "kW", "windowMinutes": 15, "price": { "kind": "flat", "price": {{price}} }
        """);
}
