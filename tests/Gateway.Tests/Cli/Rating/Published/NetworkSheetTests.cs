using System.Globalization;
using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>Grids and energy of Europe and elsewhere: capacity, colours of days, gas that becomes energy.</summary>
public sealed class NetworkSheetTests : IDisposable
{
    private readonly PublishedMeter _meter = new();
    private readonly PublishedRate _rate = new();

    // Bills of BKK in Bergen of autumn 2025 (github.com/fredrik-lindseth/nettleie, tests/test_faktura_validering.py):
    // day and night, what the state gives back, its taxes, and 415 for a capacity from 5 to 10 kW. All of November is
    // as the bill has it. The bills of December and October have an øre more in one line each than their use at their
    // price comes to: 240.03 by day for 240.02, and a tax of 194.72 for 194.71.
    [Theory]
    [InlineData("709.157", "765.349", "933.128", "0.43381", "0", "696.28")]
    [InlineData("667.422", "887.299", "1107.173", "0.11054", "0.01", "1006.20")]
    [InlineData("707.090", "536.117", "115.661", "0.06188", "0.01", "999.65")]
    public async Task Grid_of_Bergen(string day, string night, string given, string back, string less, string total)
    {
        static string Energy(string channel, string price) => Charge("usage", channel, $$"""
            "direction": "import", "unit": "kWh", "channels": ["{{channel}}"],
            "price": { "kind": "flat", "price": {{price}} }
            """);
        var capacity = Charge("demand", "capacity", """
            "direction": "import", "unit": "kW", "windowMinutes": 60, "price": { "kind": "tiers", "per": "month",
              "mode": "volume", "steps": [{ "upTo": 2, "price": 0, "fee": 155 }, { "upTo": 5, "price": 0, "fee": 250 },
                { "upTo": 10, "price": 0, "fee": 415 }, { "price": 0, "fee": 600 }] }
            """);
        var all = (Number(day) + Number(night)).ToString(CultureInfo.InvariantCulture);

        var bill = await _meter.Bill(
            "2025-11-01..2025-12-01",
            string.Join("; ",
                Energy("day", "0.35963"), Energy("night", "0.23738"), Energy("given", "-" + back), capacity,
                "kWh/tax :0.15662", "kWh/enova :0.0125"),
            $$"""
            { "day": { "total": {{day}} }, "night": { "total": {{night}} }, "given": { "total": {{given}} },
              "tax": { "total": {{all}} }, "enova": { "total": {{all}} } },
            "demand": { "capacity": { "max": 7.2 } }
            """,
            "NOK");

        Assert.Equal(Number(total) - Number(less), bill);
    }

    // Flanders (nl.wikibooks.org, Energietransitie/Capaciteitstarief): peaks of twelve months, each at least 2.5 kW,
    // are 1.782 times the least tariff; it prints 4.546 for their mean of 4.456. A year is billed at its end.
    [Fact]
    public async Task Capacity_of_Flanders()
    {
        string[] peaks =
        [
            "0.632", "4.600", "0.000", "1.028", "3.444", "4.164", "4.564", "6.000", "9.200", "5.000", "4.120", "4.880",
        ];
        var first = new DateOnly(2021, 5, 1);
        var periods = peaks.Select((peak, index) => string.Create(CultureInfo.InvariantCulture, $$"""
            { "from": "{{first.AddMonths(index):yyyy-MM-dd}}", "to": "{{first.AddMonths(index + 1):yyyy-MM-dd}}",
              "demand": { "demand": { "max": {{peak}} } } }
            """));
        var charge = Charge("demand", "demand", """
            "direction": "import", "unit": "kW", "windowMinutes": 15, "least": 2.5,
            "price": { "kind": "flat", "price": 1 }
            """);

        var bills = await Bills(
            "--tariff", _rate.Tariff(charge, currency: "EUR"),
            "--usage", _rate.File("usage.json", $$"""{ "periods": [{{string.Join(", ", periods)}}] }"""));

        Assert.Equal((12, 1.782m), (bills.GetArrayLength(), decimal.Round(Exact(bills) / (12m * 2.5m), 3)));
    }

    // EDF Tempo, as the tests of a comparison of offers have it (calculateTempoPrices, 10 January 2025): a red day
    // after a white one, by the half hour; the day of a colour begins at six. And the base tariff for two half hours.
    [Theory]
    [InlineData(
        "white-low:0.1486 red:0.7562 red-low:0.1568",
        "3:0.270 4:0.422 11:0.100 12:0.200 43:0.300 44:0.400 49:0.270", "0.6008472")]
    [InlineData("", "3:0.270 4:0.422", "0.1741072")]
    public async Task Colours_of_days(string colours, string halfHours, string exact)
    {
        const string Hours = """
            , "events": [{ "id": "white-low", "events": [{ "day": "2025-01-10", "from": "00:00", "until": "06:00" }] },
              { "id": "red", "events": [{ "day": "2025-01-10", "from": "06:00", "until": "22:00" }] },
              { "id": "red-low", "events": [{ "day": "2025-01-10", "from": "22:00", "until": "24:00" },
                { "day": "2025-01-11", "from": "00:00", "until": "06:00" }] }]
            """;
        var charges = colours.Length == 0
            ? PublishedMeter.Charges("kWh :0.2516")
            : colours.Split(' ').Select(static one => Colour(one.Split(':')));
        var values = Enumerable.Repeat("0", 96).ToArray();
        foreach (var half in halfHours.Split(' ').Select(static one => one.Split(':')))
            values[int.Parse(half[0], CultureInfo.InvariantCulture)] = half[1];

        var bills = await Bills(
            "--tariff", _rate.Tariff(string.Join(", ", charges), Hours, currency: "EUR"),
            "--usage", _rate.File("halves.txt", string.Join('\n', values)),
            "--start", "2025-01-10", "--interval", "30");

        Assert.Equal(Number(exact), Exact(bills));
    }

    [Theory]
    // E.ON Next (eonnext.com, convert gas units to kWh): 100 cubic metres at 38 MJ.
    [InlineData("m3", "kWh", "1.02264", "38 MJ", "100", 2, "1079.45")]
    // Envantage (envantage.co.uk): 100 cubic metres, and 100 hundred cubic feet, of which each is 2.83 by rule.
    [InlineData("m3", "kWh", "1.02264", "39.3 MJ", "100", 3, "1116.382")]
    [InlineData("m3", "kWh", "2.83 1.02264", "39.3 MJ", "100", 3, "3159.361")]
    // Energy KnowledgeBase: 37 hundred cubic feet with a billing factor of 1.085.
    [InlineData("ccf", "therm", "", "1.085 therm", "37", 0, "40")]
    public async Task Gas_becomes_energy(
        string from, string unit, string factors, string heat, string quantity, int decimals, string billed)
    {
        var factor = factors.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static (value, index) =>
            $$"""{ "name": "factor-{{index}}", "value": {{value}} }""");
        var charge = Charge("usage", "use", $$"""
            "direction": "import", "unit": "{{unit}}", "price": { "kind": "flat", "price": 1 },
            "conversion": { "from": "{{from}}", "factors": [{{string.Join(", ", factor)}}],
              "heatingValue": { "unit": "{{heat.Split(' ')[1]}}", "per": "{{from}}",
                "values": [{ "value": {{heat.Split(' ')[0]}} }] } }
            """);

        var bills = await Bills(
            "--tariff", _rate.Tariff(charge), "--usage", _rate.File("usage.json", $$"""
                { "periods": [{ "from": "2025-01-01", "to": "2025-02-01",
                  "quantities": { "import": { "total": {{quantity}} } } }] }
                """),
            "--cycle", "2025-01-01..2025-02-01", "--set", $"converted-decimals={decimals}");

        Assert.Equal(Number(billed), Exact(bills));
    }

    // Johannesburg, prepaid (an exercise at askfilo.com): 550 kWh, 70 and 130 a month, 15 %.
    [Fact]
    public async Task Blocks_of_Johannesburg() => Assert.Equal(1859.77m, await _meter.Month(
        "kWh/e/v 350:2.3634 600:2.95 :3.40; month/s/v 70; month/c/v 130", 550, settings: "ZAR",
        taxes: """{ "code": "V", "text": "V", "percent": 15, "categories": ["v"] }"""));

    // Ellevio (ellevio.se, effect fee): the mean of the three highest hours of different days at 81.25 a kW, where the
    // hours from ten at night to six count half. 6 kW in an evening, 10 kW at two at night, 4 kW at noon, and else 1:
    // the mean of 6, 5 and 4; where nights count whole, of 10, 6 and 4.
    [Theory]
    [InlineData("0.5", "406.25")]
    [InlineData("1", "541.67")]
    [InlineData("0", "297.92")]
    public async Task Nights_of_Ellevio(string weight, string total)
    {
        var demand = Charge("demand", "effect", $$"""
            "direction": "import", "unit": "kW", "windowMinutes": 60, "mean": { "highest": 3 },
            "weights": { "calendar": "hours", "periods": [{ "period": "night", "factor": {{weight}} }] },
            "price": { "kind": "flat", "price": 81.25 }
            """);
        var hours = Enumerable.Repeat("1", 31 * 24).ToArray();
        (hours[18], hours[24 + 2], hours[48 + 12]) = ("6", "10", "4");

        var bills = await Bills(
            "--tariff", _rate.Tariff(demand, """
                , "calendars": [{ "id": "hours",
                    "rules": [{ "from": "06:00", "until": "22:00", "period": "day" }], "otherwise": "night" }]
                """, currency: "SEK"),
            "--usage", _rate.File("hours.txt", string.Join('\n', hours)), "--start", "2025-01-01", "--interval", "60");

        Assert.Equal(Number(total), Sums(bills[0]).Total);
    }

    public void Dispose()
    {
        _meter.Dispose();
        _rate.Dispose();
    }

    private static string Colour(string[] words) => Charge("usage", words[0], $$"""
        "direction": "import", "unit": "kWh", "price": { "kind": "critical-peak", "events": "{{words[0]}}",
          "onEvent": { "kind": "flat", "price": {{words[1]}} }, "otherwise": { "kind": "flat", "price": 0 } }
        """);
}
