using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// Bills of businesses in Thailand, at the Metropolitan and the Provincial Electricity Authority, as the tests of a
/// calculator expect them (github.com/biggo-analytics/bgrimm-energy-platform-tariff-calculation, tests). Left out is
/// one total that is not the sum of its parts.
/// </summary>
public sealed class ThailandRateTests : IDisposable
{
    private const string January = "2025-01-01..2025-02-01";
    private const string Vat = """{ "code": "V", "text": "V", "percent": 7, "categories": ["v"] }""";
    private const string Small = "kWh/e/v 150:3.2484 400:4.2218 :4.4217; month/s/v 33.29; kWh/ft/v ";
    private const string Tension = "kWh/e/v :3.9086; month/s/v 312.24; kWh/ft/v ";

    private const string Energy = """ "direction": "import", "unit": "kWh", """;
    private const string Demand = """ "direction": "import", "unit": "kW", "windowMinutes": 15, """;

    private readonly PublishedMeter _meter = new();
    private readonly PublishedRate _rate = new();

    [Theory]
    // utils/test-data.js, small general service, with the Ft of either authority.
    [InlineData(Small + ":0.1972", 500, "2264.94")]
    [InlineData(Small + ":0.1972", 150, "588.64")]
    [InlineData(Small + ":0.1972", 400, "1770.72")]
    [InlineData(Tension + ":0.1972", 1000, "4727.30")]
    [InlineData(Small + ":0.3972", 500, "2371.94")]
    [InlineData(Small + ":0.3972", 150, "620.74")]
    [InlineData(Small + ":0.3972", 400, "1856.32")]
    [InlineData(Tension + ":0.3972", 1000, "4941.30")]
    public async Task Small_service(string charges, int units, string total) =>
        Assert.Equal(Number(total), await _meter.Month(charges, units, settings: "THB", taxes: Vat));

    [Theory]
    [InlineData("0.1972", 200, 300, "2228.38")]
    [InlineData("0.1972", 500, 0, "3243.16")]
    [InlineData("0.1972", 0, 500, "1551.86")]
    [InlineData("0.3972", 200, 300, "2335.38")]
    [InlineData("0.3972", 500, 0, "3350.16")]
    public async Task Small_service_by_time_of_use(string ft, int on, int off, string total)
    {
        var others = PublishedMeter.Charges($"month/s/v 33.29; kWh/ft/v :{ft}");
        var energy = Charge("usage", "e", Energy + Prices("5.7982 2.6369"), "v");

        Assert.Equal(Number(total), await Total(
            string.Join(", ", others.Prepend(energy)),
            $$"""{ "import": { "on": {{on}}, "off": {{off}}, "total": {{on + off}} } }""",
            $", \"taxes\": [{Vat}]"));
    }

    [Theory]
    // mea-calculate-type-3.test.js, …-5, and those of PEA: demand and energy, each a number of theirs.
    [InlineData("175.70", "3.1097", 100, 40_000, "17570.00 124388.00")]
    [InlineData("196.26", "3.1271", 80, 30_000, "15700.80 93813.00")]
    [InlineData("221.50", "3.1751", 50, 20_000, "11075.00 63502.00")]
    [InlineData("220.36", "3.1097", 130, 50_000, "28646.80 155485.00")]
    [InlineData("256.07", "3.1271", 110, 45_000, "28167.70 140719.50")]
    [InlineData("276.64", "3.1751", 110, 45_000, "30430.40 142879.50")]
    [InlineData("220.56", "3.1097", 130, 50_000, "28672.80 155485.00")]
    [InlineData("256.07", "3.1471", 110, 45_000, "28167.70 141619.50")]
    public async Task Medium_service(string kW, string kWh, int demand, int units, string amounts) => Assert.Equal(
        amounts.Split(' ').Sum(Number), await _meter.Month($"kW :{kW}; kWh :{kWh}", units, demand, "THB"));

    [Theory]
    // The same by time of use, of types 3 to 5: demand on peak, energy of both periods.
    [InlineData("74.14", "4.1025 2.5849", 90, 15_000, 25_000, "6672.60 126160.00")]
    [InlineData("132.93", "4.1839 2.6037", 70, 12_000, 20_000, "9305.10 102280.80")]
    [InlineData("210.80", "4.5297 2.6369", 50, 10_000, 15_000, "10540.00 84850.50")]
    [InlineData("210.00", "4.3297 2.6369", 50, 10_000, 15_000, "10500.00 82850.50")]
    [InlineData("132.93", "4.1839 2.6037", 150, 25_000, 40_000, "19939.50 208745.50")]
    [InlineData("210.80", "4.5297 2.6369", 120, 20_000, 30_000, "25296.00 169701.00")]
    [InlineData("74.14", "4.1025 2.5849", 120, 20_000, 35_000, "8896.80 172521.50")]
    [InlineData("132.93", "4.1839 2.6037", 100, 18_000, 32_000, "13293.00 158628.60")]
    [InlineData("210.00", "4.3297 2.6369", 90, 15_000, 25_000, "18900.00 130868.00")]
    public async Task Demand_on_peak(string kW, string kWh, int demand, int on, int off, string amounts)
    {
        var charges = string.Join(", ",
            Charge("demand", "d", Demand + Prices($"{kW} 0")), Charge("usage", "e", Energy + Prices(kWh)));

        Assert.Equal(amounts.Split(' ').Sum(Number), await Total(charges, $$"""
            { "import": { "on": {{on}}, "off": {{off}} } }, "demand": { "d": { "on": {{demand}}, "off": 1 } }
            """));
    }

    [Theory]
    // …-type-4.test.js, by time of day: demand in the evening and by day, none at night.
    [InlineData("280 74.14 0", "3.1097", "250 200 100", 100_000, "84828.00 310970.00")]
    [InlineData("334.33 132.93 0", "3.1271", "200 180 50", 80_000, "90793.40 250168.00")]
    [InlineData("352.71 210.80 0", "3.1751", "180 150 80", 60_000, "95107.80 190506.00")]
    [InlineData("224.30 29.91 0", "3.1097", "250 200 100", 100_000, "62057.00 310970.00")]
    [InlineData("285.05 58.88 0", "3.1471", "200 150 80", 80_000, "65842.00 251768.00")]
    [InlineData("332.71 68.22 0", "3.1751", "180 120 90", 70_000, "68074.20 222257.00")]
    public async Task Demand_by_time_of_day(string kW, string kWh, string demands, int units, string amounts)
    {
        var demand = Charge("demand", "d", Demand + Prices(kW, "on part off"));
        var charges = string.Join(", ", PublishedMeter.Charges($"kWh :{kWh}").Prepend(demand));
        var of = demands.Split(' ');

        Assert.Equal(amounts.Split(' ').Sum(Number), await Total(charges, $$"""
            { "import": { "total": {{units}} } },
            "demand": { "d": { "on": {{of[0]}}, "part": {{of[1]}}, "off": {{of[2]}} } }
            """, calendar: """
                { "from": "18:30", "until": "21:30", "period": "on" },
                { "from": "08:00", "until": "18:30", "period": "part" }
                """));
    }

    // An example of sahawatthanakit1988.com: 350 kVAr beyond 61.97 % of 400 kW are 102.12, of which 102 are billed.
    [Fact]
    public async Task Reactive_power_in_whole_units()
    {
        var charges = string.Join(", ",
            Charge("demand", "d", Demand + """ "price": { "kind": "flat", "price": 0 } """),
            Charge("demand", "q", """
                "direction": "import", "unit": "kVAr", "windowMinutes": 15, "over": "d", "overPercent": 61.97,
                "price": { "kind": "flat", "price": 56.07 }
                """));
        var bills = await Bills(
            "--tariff", _rate.Tariff(charges, currency: "THB"), "--set", "excess-step=1", "--cycle", January, "--usage",
            _rate.File("usage.json", """
                { "periods": [{ "from": "2025-01-01", "to": "2025-02-01", "quantities": {},
                  "demand": { "d": 400, "q": 350 } }] }
                """));

        Assert.Equal(5719.14m, Sums(bills[0]).Total);
    }

    public void Dispose()
    {
        _meter.Dispose();
        _rate.Dispose();
    }

    private static string Prices(string prices, string periods = "on off")
    {
        var priced = prices.Split(' ').Zip(periods.Split(' '), static (price, period) =>
            $$"""{ "period": "{{period}}", "price": { "kind": "flat", "price": {{price}} } }""");
        return $$"""
            "price": { "kind": "time-of-use", "calendar": "hours", "prices": [{{string.Join(", ", priced)}}] }
            """;
    }

    private async Task<decimal> Total(
        string charges, string quantities, string members = "",
        string calendar = """{ "days": ["weekday"], "from": "09:00", "until": "22:00", "period": "on" }""")
    {
        var hours = $$""", "calendars": [{ "id": "hours", "rules": [{{calendar}}], "otherwise": "off" }]""";
        var bills = await Bills(
            "--tariff", _rate.Tariff(charges, hours + members, currency: "THB"),
            "--usage", _rate.File("usage.json", $$"""
                { "periods": [{ "from": "2025-01-01", "to": "2025-02-01", "quantities": {{quantities}} }] }
                """),
            "--cycle", January);
        return Sums(bills[0]).Total;
    }
}
