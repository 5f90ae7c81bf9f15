using System.Globalization;
using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// Bills that the tests of simulators and calculators of laboratories expect: GridLAB-D of Pacific Northwest, and
/// electric-emission-cost of Stanford. GridLAB-D prices an hour by the price that stood before it, which shifts its
/// tiers by time of use by a few cents; those are left out.
/// </summary>
public sealed class LaboratoryRateTests : IDisposable
{
    private const string Tiers = "kWh 6:0.5 12:1 18:2 :4";

    private readonly PublishedMeter _meter = new();
    private readonly PublishedRate _rate = new();

    [Theory]
    // GridLAB-D (gridlab-d/gridlab-d, powerflow/autotest/test_triplex_billing_tiered_nofee.glm and …_fee.glm): 50 W,
    // after five, ten, fifteen and twenty days, and the month.
    [InlineData(Tiers, 6, "3")]
    [InlineData(Tiers, 12, "9")]
    [InlineData(Tiers, 18, "21")]
    [InlineData(Tiers, 24, "45")]
    [InlineData($"month 10; {Tiers}", 6, "13")]
    [InlineData($"month 10; {Tiers}", 12, "19")]
    [InlineData($"month 10; {Tiers}", 18, "31")]
    [InlineData($"month 10; {Tiers}", 24, "55")]
    [InlineData($"month 10; {Tiers}", 37.2, "107.80")]
    // …_uniform_nofee.glm and …_uniform_fee.glm: 1 for each kWh.
    [InlineData("kWh :1", 1.2774, "1.28")]
    [InlineData("kWh :1", 1.5726, "1.57")]
    [InlineData("kWh :1", 2.8542, "2.85")]
    [InlineData("kWh :1", 3.8952, "3.90")]
    [InlineData("month 10; kWh :1", 1.2816, "11.28")]
    [InlineData("month 10; kWh :1", 1.5768, "11.58")]
    [InlineData("month 10; kWh :1", 2.8584, "12.86")]
    [InlineData("month 10; kWh :1", 3.8952, "13.90")]
    public async Task Meters_of_GridLabD(string charges, double quantity, string total) =>
        Assert.Equal(Number(total), await _meter.Month(charges, (decimal)quantity));

    // …_stub.glm with stub_nofee_bill_value.player: 10 W, and prices that rise from 0.1 by the hour to 1.2 and fall.
    [Theory]
    [InlineData("2006-01-01", 1, "0.156")]
    [InlineData("2006-01-01", 31, "4.836")]
    [InlineData("2006-02-01", 28, "4.368")]
    public async Task Prices_by_the_hour_in_GridLabD(string start, int days, string total)
    {
        var day = string.Join(", ", Enumerable.Range(0, 24).Select(static hour => string.Create(
            CultureInfo.InvariantCulture, $"\"{decimal.Min(hour + 1, 24 - hour) / 10m}\"")));
        var series = $$"""
            , "series": [{ "id": "market", "firstDay": "{{start}}", "zone": "UTC",
              "days": [{{string.Join(", ", Enumerable.Repeat($"[{day}]", days))}}] }]
            """;
        var charge = Charge("usage", "use", """
            "direction": "import", "unit": "kWh", "price": { "kind": "hourly", "series": "market" }
            """);

        var bills = await Bills(
            "--tariff", _rate.Tariff(charge, series), "--usage",
            _rate.File("load.txt", string.Concat(Enumerable.Repeat("0.01\n", 24 * days))),
            "--start", start, "--interval", "60");

        Assert.Equal(Number(total), Exact(bills));
    }

    // we3lab/electric-emission-cost (eeco/tests/test_costs.py): a day of 1 kW, of a load that rises by 1 kW each
    // quarter of an hour, and of 100 kW where the first 100 kWh cost 5 cents less.
    [Theory]
    [InlineData(1, 0, "1.20")]
    [InlineData(0, 1, "57")]
    public async Task Energy_at_Stanford(int first, int rise, string total) =>
        Assert.Equal(Number(total), await Day(first, rise, PublishedMeter.Charges("kWh :0.05").Single(), ""));

    [Fact]
    public async Task Energy_in_tiers_by_time_of_use_at_Stanford()
    {
        const string Calendar = """
            , "calendars": [{ "id": "hours", "rules": [{ "from": "16:00", "until": "21:00", "period": "peak" }],
              "otherwise": "other" }]
            """;
        static string Prices(string peak, string other) => $$"""
            "prices": [{ "period": "peak", "price": { "kind": "flat", "price": {{peak}} } },
              { "period": "other", "price": { "kind": "flat", "price": {{other}} } }]
            """;
        var charge = Charge("usage", "use", $$"""
            "direction": "import", "unit": "kWh", "price": { "kind": "tiers-by-period", "calendar": "hours",
              "per": "bill", "order": "time-order",
              "steps": [{ "upTo": 100, {{Prices("0.10", "0.05")}} }, { {{Prices("0.15", "0.10")}} }] }
            """);

        Assert.Equal(260m, await Day(100, 0, charge, Calendar));
    }

    [Fact]
    public async Task Demand_of_three_parts_of_a_day_at_Stanford()
    {
        const string Calendar = """
            , "calendars": [{ "id": "hours", "rules": [
              { "from": "12:00", "until": "18:00", "period": "peak" },
              { "from": "08:30", "until": "12:00", "period": "half" },
              { "from": "18:00", "until": "21:30", "period": "half" }], "otherwise": "other" }]
            """;
        var prices = string.Join(", ", "peak:1 half:2 other:0".Split(' ').Select(static one => $$"""
            { "period": "{{one.Split(':')[0]}}", "price": { "kind": "flat", "price": {{one.Split(':')[1]}} } }
            """));
        var charges = string.Join(", ",
            Charge("demand", "hours", $$"""
                "direction": "import", "unit": "kW", "windowMinutes": 15,
                "price": { "kind": "time-of-use", "calendar": "hours", "prices": [{{prices}}] }
                """),
            PublishedMeter.Charges("kW :10").Single());

        Assert.Equal(1191m, await Day(0, 1, charges, Calendar));
    }

    public void Dispose()
    {
        _meter.Dispose();
        _rate.Dispose();
    }

    private async Task<decimal> Day(int first, int rise, string charges, string members)
    {
        var load = Enumerable.Range(0, 96).Select(quarter => ((first + (rise * quarter)) / 4m).ToString(
            CultureInfo.InvariantCulture));
        var bills = await Bills(
            "--tariff", _rate.Tariff(charges, members), "--usage", _rate.File("load.txt", string.Join('\n', load)),
            "--start", "2024-07-10", "--interval", "15", "--set", "demand-part=whole");
        return Sums(bills[0]).Net;
    }
}
