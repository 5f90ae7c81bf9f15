using System.Globalization;
using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// Days of a plant that the tests of eeco expect, a library of Stanford for the cost of energy (github.com/we3lab/eeco,
/// eeco/tests/test_costs.py with data/input/billing_pge.csv): a rate of Pacific Gas and Electric with parts of a day
/// that begin at half past, and a load that rises by one kW each quarter of an hour from midnight on.
/// </summary>
public sealed class PlantRateTests : IDisposable
{
    private const string Hours = """
        , "calendars": [{ "id": "hours",
          "seasons": [{ "name": "summer", "from": "05-01" }, { "name": "winter", "from": "11-01" }],
          "rules": [
            { "season": "summer", "days": ["weekday"], "from": "12:00", "until": "18:00", "period": "peak" },
            { "season": "summer", "days": ["weekday"], "from": "08:30", "until": "12:00", "period": "half" },
            { "season": "summer", "days": ["weekday"], "from": "18:00", "until": "21:30", "period": "half" },
            { "season": "winter", "days": ["weekday"], "from": "08:30", "until": "12:00", "period": "winter-half" },
            { "season": "winter", "days": ["weekday"], "from": "12:00", "until": "18:00", "period": "winter-noon" },
            { "season": "winter", "days": ["weekday"], "from": "18:00", "until": "21:30", "period": "winter-half" },
            { "season": "winter", "days": ["weekday"], "from": "00:00", "until": "08:30", "period": "winter-off" },
            { "season": "winter", "days": ["weekday"], "from": "21:30", "until": "24:00", "period": "winter-off" },
            { "season": "winter", "days": ["weekend"], "from": "00:00", "until": "24:00", "period": "winter-off" }],
          "otherwise": "off" }]
        """;

    private readonly PublishedRate _rate = new();

    [Theory]
    [InlineData("2024-07-10", "140.92")]
    [InlineData("2024-07-13", "102.38")]
    [InlineData("2024-03-07", "123.25")]
    [InlineData("2024-03-09", "110.76")]
    public async Task Energy(string day, string total)
    {
        var price = ByHour(
            "peak 0.16299, half 0.1196, off 0.08981, winter-half 0.1133, winter-noon 0.1133, winter-off 0.09716");

        Assert.Equal(total, await Days(day, 1, Charge("usage", "energy", $$"""
            "direction": "import", "unit": "kWh", "price": {{price}}
            """)));
    }

    // A month's demand of one day, and of three, the first of which are working days.
    [Theory]
    [InlineData("2024-07-10", 1, "4027.79")]
    [InlineData("2024-07-13", 1, "2023.50")]
    [InlineData("2024-03-07", 1, "2028.60")]
    [InlineData("2024-03-09", 1, "2023.50")]
    [InlineData("2024-07-10", 3, "13314.83")]
    public async Task Demand(string day, int days, string total)
    {
        var price = ByHour(
            "peak 21.19, half 5.88, off 0, winter-half 0.06, winter-noon 0, winter-off 0");
        string Demand(string code, string price) => Charge("demand", code, $$"""
            "direction": "import", "unit": "kW", "windowMinutes": 15, "price": {{price}}
            """);

        Assert.Equal(total, await Days(
            day, days, Demand("by-hour", price) + ", " + Demand("all", """{ "kind": "flat", "price": 21.3 }""")));
    }

    public void Dispose() => _rate.Dispose();

    private async Task<string> Days(string day, int days, string charges) => await RateCommand.Total(
    [
        "--tariff", _rate.Tariff(charges, Hours), "--start", day, "--interval", "15",
        "--usage", _rate.File("load.csv", "kW\n" + string.Join('\n', Enumerable.Range(0, 96 * days))),
        .. Set("demand-part=whole"),
    ]);

    private static string ByHour(string prices)
    {
        var parts = prices.Split(", ").Select(static part => part.Split(' ')).Select(static part => string.Create(
            CultureInfo.InvariantCulture,
            $$"""{ "period": "{{part[0]}}", "price": { "kind": "flat", "price": {{part[1]}} } }"""));
        return $$"""{ "kind": "time-of-use", "calendar": "hours", "prices": [{{string.Join(", ", parts)}}] }""";
    }
}
