using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// Bills of networks and of heat in Norway and Sweden, and of Queensland, as tests of those who reckon them expect;
/// each names its source, read on 27 November 2026, some by the number of a stored copy of GitHub's.
/// </summary>
public sealed class NorthernSheetTests : IDisposable
{
    // BKK in Bergen, 2026.
    private const string Steps = """
        { "upTo": 2, "price": 0, "fee": 155 }, { "upTo": 5, "price": 0, "fee": 250 },
        { "upTo": 10, "price": 0, "fee": 415 }, { "upTo": 15, "price": 0, "fee": 600 },
        { "upTo": 20, "price": 0, "fee": 770 }, { "upTo": 25, "price": 0, "fee": 940 },
        { "upTo": 50, "price": 0, "fee": 1800 }, { "upTo": 75, "price": 0, "fee": 2650 },
        { "upTo": 100, "price": 0, "fee": 3500 }, { "price": 0, "fee": 6900 }
        """;

    private readonly PublishedMeter _meter = new();

    // github.com/fredrik-lindseth/strompris, tests/test_kapasitetstrinn.py, de0a0616.
    [Theory]
    [InlineData("0", "155")]
    [InlineData("0.5", "155")]
    [InlineData("2.0", "155")]
    [InlineData("2.01", "250")]
    [InlineData("2.1", "250")]
    [InlineData("5.0", "250")]
    [InlineData("5.01", "415")]
    [InlineData("5.1", "415")]
    [InlineData("10.0", "415")]
    [InlineData("10.01", "600")]
    [InlineData("10.1", "600")]
    [InlineData("15.1", "770")]
    [InlineData("20.1", "940")]
    [InlineData("30.0", "1800")]
    [InlineData("60.0", "2650")]
    [InlineData("90.0", "3500")]
    [InlineData("150.0", "6900")]
    public async Task Steps_of_capacity(string kW, string kroner) => Assert.Equal(
        Number(kroner),
        await _meter.Month(
            Charge("demand", "demand", $$"""
                "direction": "import", "unit": "kW", "windowMinutes": 60,
                "price": { "kind": "tiers", "per": "month", "mode": "volume", "steps": [{{Steps}}] }
                """),
            0, Number(kW), settings: "NOK"));

    // Effekttariff (tariff-engine.test.ts): 10 kW for all of thirty days, the mean of the three highest hours, 0.50 for
    // the energy, 0.28 for its way, 0.36 of tax, 450 a month, a quarter of tax on all.
    [Fact]
    public async Task A_month_of_the_same_load()
    {
        static string Energy(string code, string price) => Charge("usage", code, $$"""
            "direction": "import", "unit": "kWh", "price": { "kind": "flat", "price": {{price}} }
            """, "m");
        using var rate = new PublishedRate();
        var charges = string.Join(
            ", ", Energy("spot", "0.50"), Energy("way", "0.28"), Energy("tax", "0.36"),
            Charge("fixed", "fixed", """ "per": "month", "price": 450 """, "m"),
            Charge("demand", "demand", """
                "direction": "import", "unit": "kW", "windowMinutes": 60, "mean": { "highest": 3, "days": "any" },
                "price": { "kind": "flat", "price": 100 }
                """, "m"));
        var tariff = rate.Tariff(
            charges, """, "taxes": [{ "code": "M", "text": "M", "percent": 25, "categories": ["m"] }]""",
            currency: "SEK");
        var hours = rate.File("hours.txt", string.Join('\n', Enumerable.Repeat("10", 720)));

        var bill = (await Bills(
            "--tariff", tariff, "--usage", hours, "--start", "2025-06-01", "--interval", "60"))[0];

        Assert.Equal((9658m, 12072.50m), Sums(bill));
        Assert.Equal(
            [450m, 1000m, 2016m, 2592m, 3600m],
            bill.GetProperty("lines").EnumerateArray()
                .Select(static line => Number(line.GetProperty("amount").GetString()!)).Order());
    }

    // Heat of Varberg (tradingplatformpoc, tests of its prices, 14989895162): a fee of the year by the mean of January
    // and February, 5 kW, for the days of October; 74 for each kW of the highest day; 70 kWh at 0.55.
    [Theory]
    [InlineData("{year}", "570.32")]
    [InlineData("kW :74", "185")]
    [InlineData("{year}; kW :74; kWh :0.55", "793.82")]
    public async Task Heat_of_October(string charges, string total)
    {
        const string Year = """ "per": "year", "price": 6715 """;
        var all = charges.Replace("{year}", Charge("fixed", "grid", Year), StringComparison.Ordinal);

        Assert.Equal(Number(total), await _meter.Bill(
            "2019-10-01..2019-11-01", all,
            """{ "import": { "total": 70 } }, "demand": { "demand": { "max": 2.5 } }""", "SEK"));
    }

    // Queensland (github.com/aguinane/qld-tariffs, tests/test_costs.py, 0aaaa0fd), prices with a tenth of tax.
    [Theory]
    [InlineData("2017-01-01..2017-01-23", "day 0.985292", "0", "21.68")]
    [InlineData("2017-01-01..2017-01-23", "kWh :0.270710", "142.50", "38.58")]
    [InlineData("2017-01-01..2017-02-01", "day 1.114366", "0", "34.55")]
    [InlineData("2017-01-01..2017-02-01", "kWh :0.614515", "75.49", "46.39")]
    [InlineData("2017-01-01..2017-02-01", "kWh :0.218449", "109.50", "23.92")]
    [InlineData("2017-01-01..2017-02-01", "day 0.665654", "0", "20.64")]
    [InlineData("2017-01-01..2017-02-01", "kWh :0.164824", "183.92", "30.31")]
    public async Task Queensland(string days, string charge, string kWh, string total) => Assert.Equal(
        Number(total),
        await _meter.Bill(
            days, charge.Replace("day ", "day ", StringComparison.Ordinal),
            $$"""{ "import": { "total": {{kWh}} } }""", "AUD"));

    public void Dispose() => _meter.Dispose();
}
