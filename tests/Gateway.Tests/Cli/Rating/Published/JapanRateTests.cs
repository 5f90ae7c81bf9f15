using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// Bills of Japanese suppliers of 2019 as the tests of a comparison of offers expect them (github.com/enechange/
/// EnergyDataSimulationChallenge, challengeA: shogo_hori, kubota, fujimoto). Without use the basic charge is half, and
/// the sum is cut to yen.
/// </summary>
public sealed class JapanRateTests : IDisposable
{
    private const string Tokyo = "kWh/use 120:19.88 300:26.48 :30.57";
    private const string TokyoGas = "kWh/use 140:23.67 350:23.88 :26.41";
    private const string Looop = "kWh/use :26.40";

    private static readonly string Yen = Charge("rounding", "yen", """ "to": 1, "way": "down" """);

    private readonly PublishedMeter _meter = new();

    // 10 to 60 amperes, of which each costs 28.60; a month costs at least 231.55.
    [Theory]
    [InlineData(10, "0 1 60 120 121 210 300 301 999999", "231 305 1478 2671 2698 5054 7438 7468 30568236")]
    [InlineData(15, "0 1 60 120 121 210 300 301 999999", "231 448 1621 2814 2841 5197 7581 7611 30568379")]
    [InlineData(20, "0 1 60 120 121 210 300 301 999999", "286 591 1764 2957 2984 5340 7724 7754 30568522")]
    [InlineData(30, "0 1 60 120 121 210 300 301 999999", "429 877 2050 3243 3270 5626 8010 8040 30568808")]
    [InlineData(40, "0 1 60 120 121 210 300 301 999999", "572 1163 2336 3529 3556 5912 8296 8326 30569094")]
    [InlineData(50, "0 1 60 120 121 210 300 301 999999", "715 1449 2622 3815 3842 6198 8582 8612 30569380")]
    [InlineData(60, "0 1 60 120 121 210 300 301 999999", "858 1735 2908 4101 4128 6484 8868 8898 30569666")]
    [InlineData(15, "100", "2417")]
    public async Task Tokyo_Electric_Power(int amperes, string kWh, string totals) =>
        Assert.Equal(totals, await Bills(Tokyo, amperes, kWh, least: "least 231.55; "));

    // Tokyo Gas, which begins at 30 amperes.
    [Theory]
    [InlineData(30, "0 1 70 140 141 245 350 351 999999", "429 881 2514 4171 4195 6679 9186 9213 26409916")]
    [InlineData(40, "0 1 70 140 141 245 350 351 999999", "572 1167 2800 4457 4481 6965 9472 9499 26410202")]
    [InlineData(50, "0 1 70 140 141 245 350 351 999999", "715 1453 3086 4743 4767 7251 9758 9785 26410488")]
    [InlineData(60, "0 1 70 140 141 245 350 351 999999", "858 1739 3372 5029 5053 7537 10044 10071 26410774")]
    [InlineData(30, "200", "5604")]
    public async Task Tokyo_Gas(int amperes, string kWh, string totals) =>
        Assert.Equal(totals, await Bills(TokyoGas, amperes, kWh));

    // Looop, which has no basic charge.
    [Theory]
    [InlineData("0 1 50 100 200 300 400 999999", "0 26 1320 2640 5280 7920 10560 26399973")]
    [InlineData("150", "3960")]
    public async Task Looop_Denki(string kWh, string totals) => Assert.Equal(totals, await Bills(Looop, 0, kWh));

    // What is measured is rounded to kWh before it is priced.
    [Theory]
    [InlineData("tokyo", 10, "110.46 198.65", "2472 4763")]
    [InlineData("gas", 30, "110.46 198.65", "3461 5580")]
    [InlineData("looop", 0, "110.46 198.65", "2904 5253")]
    public async Task Parts_of_a_kilowatt_hour(string supplier, int amperes, string kWh, string totals)
    {
        var energy = supplier switch { "tokyo" => Tokyo, "gas" => TokyoGas, _ => Looop };
        var rounded = Charge("usage", "use", $$"""
            "direction": "import", "unit": "kWh", "price": {{PublishedMeter.PriceOf(energy[8..])}},
            "conversion": { "from": "kWh", "factors": [{ "name": "as measured", "value": 1 }] }
            """);

        Assert.Equal(totals, await Bills(rounded, amperes, kWh, "JPY converted-decimals=0"));
    }

    public void Dispose() => _meter.Dispose();

    private async Task<string> Bills(
        string energy, int amperes, string kWh, string settings = "JPY", string least = "")
    {
        var half = amperes * 14.30m;
        var second = Charge("fixed", "second", System.FormattableString.Invariant($$"""
            "per": "month", "price": {{half}}, "onlyIfUsed": ["use"]
            """));
        var charges = System.FormattableString.Invariant($"{energy}; month/first {half}; {second}; {least}{Yen}");
        var totals = new List<decimal>();
        foreach (var use in kWh.Split(' '))
            totals.Add(await _meter.Month(charges, Number(use), settings: settings));
        return string.Join(' ', totals);
    }
}
