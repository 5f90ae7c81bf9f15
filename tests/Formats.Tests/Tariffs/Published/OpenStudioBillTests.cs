using System.Globalization;
using System.Text;
using System.Text.Json;
using BillingActors.Domain.Rating;
using BillingActors.Formats.Urdb;
using BillingActors.Grains.Interfaces.Tariffs;
using static Formats.Tests.Tariffs.Published.PublishedYear;

namespace Formats.Tests.Tariffs.Published;

/// <summary>
/// Bills of the calculator of NREL's OpenStudio-HPXML: a small house in Denver, without and with 1 or 10 kW of solar
/// power, by its sample rates. The dollars of a year are those its own tests expect, which are whole and hold within
/// one; the cents are ours.
/// </summary>
public sealed class OpenStudioBillTests
{
    private const string Tiers =
        """[{"max":150,"rate":0.09},{"max":300,"rate":0.11},{"rate":0.13}]""";

    private static readonly Dictionary<string, string> Rates = new()
    {
        ["flat"] = """[[{"rate":0.1195179675994109}]]""",
        ["tiered"] = $"[{Tiers}]",
        ["tou"] = """[[{"rate":0.07}],[{"rate":0.11}]]""",
        ["tiered-tou"] = $$"""[[{"max":150,"rate":0.06},{"rate":0.08}],{{Tiers}}]""",
    };

    // kWh of a month off peak and on peak: taken, then delivered by 1 kW, then by 10 kW.
    private static readonly decimal[][] Months =
    [
        [460.2768m, 0m, 108.0762m, 0m, 1083.6362m, 0m],
        [415.3916m, 0m, 104.5715m, 0m, 1048.8471m, 0m],
        [403.9052m, 0m, 140.5978m, 0m, 1411.7193m, 0m],
        [386.9748m, 0m, 120.9433m, 0m, 1214.9268m, 0m],
        [402.9565m, 0m, 145.331m, 0m, 1458.8601m, 0m],
        [319.9496m, 195.2633m, 73.0451m, 73.5873m, 732.5878m, 738.8729m],
        [336.8176m, 194.6445m, 70.7883m, 71.6242m, 709.8313m, 718.5792m],
        [302.2275m, 187.1097m, 66.1845m, 71.0872m, 664.0712m, 713.8465m],
        [441.792m, 0m, 130.5253m, 0m, 1309.7205m, 0m],
        [399.4369m, 0m, 119.4331m, 0m, 1198.1251m, 0m],
        [397.9108m, 0m, 94.6779m, 0m, 949.381m, 0m],
        [444.4271m, 0m, 91.742m, 0m, 919.6714m, 0m],
    ];

    private static readonly string[] Counting = ["tiers-over=pro-rata", "tiers-beyond=free", "minimum-base=charges"];
    private static readonly string[] Netting =
        ["tiers-over=pro-rata", "tiers-beyond=free", "true-up=01-01", "credits-reduce-fixed=no"];

    [Theory]
    [InlineData("flat", "728.14", 728)]
    [InlineData("flat $15/month", "728.14", 728)]
    [InlineData("flat $200/year", "728.14", 728)]
    [InlineData("tiered", "687.59", 688)]
    [InlineData("tou", "501.33", 501)]
    [InlineData("tiered-tou", "485.40", 485)]
    public void Without_solar_power(string rate, string cents, int dollars) =>
        AssertYear(cents, dollars, Bills(Rate(rate, UrdbGenerationRule.None), UsageOf(null), Counting));

    [Theory]
    [InlineData("flat", 1, "550.99", 551)]
    [InlineData("flat", 10, "-191.51", -192)]
    [InlineData("flat $15/month", 1, "550.99", 551)]
    [InlineData("flat $15/month", 10, "-107.51", -108)]
    [InlineData("flat $200/year", 1, "550.99", 551)]
    [InlineData("flat $200/year", 10, "-87.51", -88)]
    [InlineData("tiered", 1, "497.56", 498)]
    [InlineData("tiered", 10, "-179.51", -179)]
    [InlineData("tou", 1, "388.89", 389)]
    [InlineData("tou", 10, "-179.51", -180)]
    [InlineData("tiered-tou", 1, "377.40", 377)]
    [InlineData("tiered-tou", 10, "-179.51", -180)]
    public void Net_metering_that_pays_what_is_delivered_more_than_taken_over_the_year(
        string rate, int kilowatts, string cents, int dollars) =>
        AssertYear(
            cents, dollars, Netted(rate, kilowatts, "net-metering-surplus=pay-net-use", "net-surplus-price=0.03"));

    [Theory]
    [InlineData("flat", "-1049.41", -1049)]
    [InlineData("flat $15/month", "-965.41", -965)]
    [InlineData("flat $200/year", "-945.41", -945)]
    [InlineData("tiered", "-754.51", -755)]
    [InlineData("tou", "-626.62", -626)]
    [InlineData("tiered-tou", "-514.84", -515)]
    public void Net_metering_that_pays_what_is_left_at_the_retail_price(string rate, string cents, int dollars) =>
        AssertYear(cents, dollars, Netted(rate, 10, "net-metering-surplus=pay"));

    [Theory]
    [InlineData("flat", "96.00", 96)]
    [InlineData("tiered", "108.00", 108)]
    [InlineData("tou", "108.00", 108)]
    [InlineData("tiered-tou", "108.00", 108)]
    public void Net_metering_that_pays_nothing_of_what_is_left(string rate, string cents, int dollars) =>
        AssertYear(cents, dollars, Netted(rate, 10, "net-metering-surplus=pay-net-use"));

    [Theory]
    [InlineData("flat", 1, "550.28", 550)]
    [InlineData("flat", 10, "-1056.60", -1057)]
    [InlineData("tiered", 1, "509.73", 510)]
    [InlineData("tiered", 10, "-1097.15", -1097)]
    [InlineData("tou", 1, "323.47", 323)]
    [InlineData("tou", 10, "-1283.41", -1284)]
    [InlineData("tiered-tou", 1, "307.54", 307)]
    [InlineData("tiered-tou", 10, "-1299.34", -1300)]
    public void A_feed_in_tariff(string rate, int kilowatts, string cents, int dollars) =>
        AssertYear(cents, dollars, Bills(Rate(rate, UrdbGenerationRule.FeedIn), UsageOf(kilowatts), Counting));

    private static decimal[] Netted(string rate, int kilowatts, params string[] settings)
    {
        string[] settle = rate.EndsWith("/year", StringComparison.Ordinal) ? ["net-metering-settle=year"] : [];
        return Bills(
            Rate(rate, UrdbGenerationRule.MoneyBank), UsageOf(kilowatts), [.. Netting, .. settle, .. settings]);
    }

    private static void AssertYear(string cents, int dollars, decimal[] bills)
    {
        Assert.Equal(cents, bills.Sum().ToString("0.00", CultureInfo.InvariantCulture));
        Assert.InRange(bills.Sum(), dollars - 1m, dollars + 1m);
    }

    // "flat $15/month" has a minimum.
    private static TariffDocument Rate(string rate, UrdbGenerationRule generation)
    {
        var words = rate.Split(' ', '$', '/');
        var fields = new Dictionary<string, object>
        {
            ["fixedchargeunits"] = "$/month",
            ["fixedchargefirstmeter"] = words[0] == "flat" ? 8 : 9,
            ["energyratestructure"] = JsonDocument.Parse(Rates[words[0]]).RootElement,
            ["energyweekdayschedule"] = Schedule(words[0]),
            ["energyweekendschedule"] = Schedule(words[0]),
        };
        if (words.Length > 1)
        {
            fields["mincharge"] = words[2];
            fields["minchargeunits"] = $"$/{words[3]}";
        }
        var json = JsonSerializer.Serialize(new { items = new[] { fields } });
        var options = UrdbOptions.Default with { Generation = generation, FeedInPrice = 0.12m };
        return Assert.Single(UrdbTariffs.Read(Encoding.UTF8.GetBytes(json), options)).Document!;
    }

    // On peak from eleven to nine in summer.
    private static int[][] Schedule(string rate) =>
    [
        .. Enumerable.Range(0, 12).Select(month => Enumerable.Range(0, 24)
            .Select(hour => rate.EndsWith("tou", StringComparison.Ordinal) && month is >= 5 and <= 7
                && hour is >= 11 and <= 20 ? 1 : 0).ToArray()),
    ];

    private static DeterminantUsage UsageOf(int? kilowatts) => Usage(month => kilowatts is { } power
        ? [("import", Of(month, 0)), ("export", Of(month, power == 1 ? 2 : 4))]
        : [("import", Of(month, 0))]);

    private static DeterminantQuantity Of(int month, int column)
    {
        var (off, peak) = (Months[month][column], Months[month][column + 1]);
        return Parts(("period-0", off), ("period-1", peak)) with { Whole = off + peak };
    }
}
