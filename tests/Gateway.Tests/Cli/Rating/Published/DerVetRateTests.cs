using System.Globalization;
using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// Bills of months in the results of DER-VET of the Electric Power Research Institute, a model of batteries and sun
/// behind a meter (github.com/epri-dev/dervet at c738357e, test/test_predefined_gui_use_cases, read on 27 November
/// 2026). Its hours are added up by period here, and the highest of a month is taken; its amounts are rounded.
/// </summary>
public sealed class DerVetRateTests : IDisposable
{
    private const string Seasons =
        """ "seasons": [{ "name": "summer", "from": "06-01" }, { "name": "winter", "from": "10-01" }] """;

    // Weekdays have a middle price from eight to nine in winter; in summer a peak from noon to six.
    private const string OfficeHours = $$"""
        { "id": "hours", {{Seasons}}, "rules": [
          { "season": "winter", "days": ["weekday"], "from": "08:00", "until": "21:00", "period": "winter-mid" },
          { "season": "winter", "days": ["weekday"], "from": "00:00", "until": "08:00", "period": "winter-off" },
          { "season": "winter", "days": ["weekday"], "from": "21:00", "until": "24:00", "period": "winter-off" },
          { "season": "winter", "days": ["weekend"], "from": "00:00", "until": "24:00", "period": "winter-off" },
          { "season": "summer", "days": ["weekday"], "from": "08:00", "until": "12:00", "period": "summer-mid" },
          { "season": "summer", "days": ["weekday"], "from": "12:00", "until": "18:00", "period": "summer-peak" },
          { "season": "summer", "days": ["weekday"], "from": "18:00", "until": "23:00", "period": "summer-mid" }],
          "otherwise": "summer-off" }
        """;

    // Cars are charged: cheapest from eight to four in winter, dearest from four to nine.
    private const string ChargingHours = $$"""
        { "id": "hours", {{Seasons}}, "rules": [
          { "season": "winter", "from": "16:00", "until": "21:00", "period": "winter-mid" },
          { "season": "winter", "from": "08:00", "until": "16:00", "period": "winter-super" },
          { "season": "winter", "from": "00:00", "until": "08:00", "period": "winter-off" },
          { "season": "winter", "from": "21:00", "until": "24:00", "period": "winter-off" },
          { "season": "summer", "days": ["weekday"], "from": "16:00", "until": "21:00", "period": "summer-peak" },
          { "season": "summer", "days": ["weekend"], "from": "16:00", "until": "21:00", "period": "summer-mid" }],
          "otherwise": "summer-off" }
        """;

    private const string PeakHours = $$"""
        { "id": "peaks", {{Seasons}}, "rules": [
          { "season": "summer", "days": ["weekday"], "from": "16:00", "until": "21:00", "period": "summer" },
          { "season": "winter", "days": ["weekday"], "from": "16:00", "until": "21:00", "period": "winter" }],
          "otherwise": "none" }
        """;

    private readonly PublishedRate _rate = new();

    // der_for_bill_reduction, before batteries and sun: 7.016 a kW, and energy by period.
    [Theory]
    [InlineData(1, "winter-off:2865230.1586 winter-mid:1971331.1426", "9965.6826", "155157.94 122995.29 69919.23")]
    [InlineData(2, "winter-off:2544874.4912 winter-mid:1807048.132", "9874.053", "137810.04 112745.35 69276.36")]
    [InlineData(4, "winter-off:2773272.4674 winter-mid:1878384.9511", "9620.9255", "150178.25 117196.19 67500.41")]
    [InlineData(6, "summer-off:2213393.6968 summer-mid:1305429.3328 summer-peak:972579.7081", "9780.4086",
        "109943.69 112465.35 255197.13 68619.35")]
    [InlineData(7, "summer-off:2611976.4051 summer-mid:1292912.5338 summer-peak:977766.7596", "10297.088",
        "129742.09 111387.00 256558.18 72244.37")]
    [InlineData(9, "summer-off:2292914.232 summer-mid:1247601.5214 summer-peak:939966.3887", "10299.1685",
        "113893.64 107483.37 246639.66 72258.97")]
    [InlineData(12, "winter-off:2640795.6663 winter-mid:1838425.2913", "9173.3187", "143004.37 114703.03 64360.00")]
    public async Task Large_load_by_time_of_use(int month, string use, string peak, string amounts) => Assert.Equal(
        Sorted(amounts),
        await Amounts(
            month, use, $$""" "all": {{peak}} """,
            [
                Energy("winter-off:0.054152 winter-mid:0.062392 "
                    + "summer-off:0.049672 summer-mid:0.086152 summer-peak:0.262392"),
                Demand("all", """{ "kind": "flat", "price": 7.016 }"""),
            ],
            OfficeHours));

    // ev_battery_sizing: what the grid delivers, with a demand of the afternoons of weekdays beside that of all hours.
    [Theory]
    [InlineData(1, "winter-mid:12778.248556 winter-off:34354.393416 winter-super:25810.481613", "winter",
        "77.191915 104.221359", "1250.48 3019.75 1786.34 630.66 1393.44")]
    [InlineData(2, "winter-mid:11457.669483 winter-off:31094.017287 winter-super:23312.69307", "winter",
        "77.191915 104.221359", "1121.25 2733.16 1613.47 630.66 1393.44")]
    [InlineData(6, "summer-peak:3490.064287 summer-mid:3106.477994 summer-off:59145.478669", "summer",
        "31.727857 104.363703", "413.05 341.84 4912.03 1075.26 1395.34")]
    [InlineData(7, "summer-peak:3490.064287 summer-mid:3494.787743 summer-off:61116.175822", "summer",
        "31.727857 104.363703", "413.05 384.57 5075.70 1075.26 1395.34")]
    [InlineData(10, "winter-mid:12778.248556 winter-off:34344.636158 winter-super:25810.481613", "winter",
        "77.191915 104.221359", "1250.48 3018.89 1786.34 630.66 1393.44")]
    [InlineData(11, "winter-mid:12229.588632 winter-off:33312.914818 winter-super:24977.885432", "winter",
        "77.191915 104.221359", "1196.79 2928.21 1728.72 630.66 1393.44")]
    public async Task Charging_with_two_demands(
        int month, string use, string season, string peaks, string amounts) => Assert.Equal(
        Sorted(amounts),
        await Amounts(
            month, use,
            $$""" "all": {{peaks.Split(' ')[1]}}, "peak": { "{{season}}": {{peaks.Split(' ')[0]}}, "none": 0 } """,
            [
                Energy("winter-mid:0.09786 winter-off:0.0879 winter-super:0.06921 "
                    + "summer-peak:0.11835 summer-mid:0.11004 summer-off:0.08305"),
                Demand("all", """{ "kind": "flat", "price": 13.37 }"""),
                Demand("peak", ByPeriod("peaks", "summer:33.89 winter:8.17 none:0")),
            ],
            ChargingHours + ", " + PeakHours));

    public void Dispose() => _rate.Dispose();

    private async Task<string> Amounts(int month, string use, string demands, string[] charges, string calendars)
    {
        var from = new DateOnly(2021, month, 1);
        var quantities = string.Join(", ", use.Split(' ').Select(static one =>
            $"\"{one.Split(':')[0]}\": {one.Split(':')[1]}"));
        var usage = string.Create(CultureInfo.InvariantCulture, $$"""
            { "periods": [{ "from": "{{from:yyyy-MM-dd}}", "to": "{{from.AddMonths(1):yyyy-MM-dd}}",
              "quantities": { "energy": { {{quantities}} } }, "demand": { {{demands}} } }] }
            """);
        var bills = await Bills(
            "--tariff", _rate.Tariff(string.Join(", ", charges), $$""", "calendars": [{{calendars}}]"""),
            "--usage", _rate.File("usage.json", usage));
        return string.Join(' ', bills[0].GetProperty("lines").EnumerateArray()
            .Select(static line => line.GetProperty("amount").GetString()!)
            .Where(static amount => amount != "0.00").Order(StringComparer.Ordinal));
    }

    private static string Sorted(string amounts) =>
        string.Join(' ', amounts.Split(' ').Order(StringComparer.Ordinal));

    private static string Energy(string prices) => Charge("usage", "energy", $$"""
        "direction": "import", "unit": "kWh", "price": {{ByPeriod("hours", prices)}}
        """);

    private static string Demand(string code, string price) => Charge("demand", code, $$"""
        "direction": "import", "unit": "kW", "windowMinutes": 60, "price": {{price}}
        """);

    private static string ByPeriod(string calendar, string prices)
    {
        var each = string.Join(", ", prices.Split(' ').Select(static one => $$"""
            { "period": "{{one.Split(':')[0]}}", "price": { "kind": "flat", "price": {{one.Split(':')[1]}} } }
            """));
        return $$"""{ "kind": "time-of-use", "calendar": "{{calendar}}", "prices": [{{each}}] }""";
    }
}
