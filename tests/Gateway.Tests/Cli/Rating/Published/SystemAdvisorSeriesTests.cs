using System.Globalization;
using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// Prices by the hour for what is taken and for what is fed in, from the tests of NREL's System Advisor Model
/// (test/shared_test/lib_utility_rate_test.cpp): hour h of the year costs the rest of h by four, and eight hours of
/// 1 January sell 50, take 100, 50, 50 and 25, and sell 25, 50 and 100.
/// </summary>
public sealed class SystemAdvisorSeriesTests : IDisposable
{
    private const string Series = """{ "kind": "hourly", "series": "s" }""";
    private const string Nothing = """{ "kind": "flat", "price": 0 }""";

    private static readonly int[] Hours = [50, -100, -50, -50, -25, 25, 50, 100];

    private readonly PublishedRate _rate = new();

    [Theory]
    // test_one_at_a_time_vs_full_vector_buy_and_sell_rates, test_ts_buy_only, test_ts_sell_only with 0.10 for use.
    [InlineData(Series, Series, "-75")]
    [InlineData(Series, Nothing, "350")]
    [InlineData("""{ "kind": "flat", "price": 0.10 }""", Series, "-402.50")]
    public async Task Prices_by_the_hour_on_either_side(string taken, string fedIn, string total)
    {
        var prices = string.Join(", ", Enumerable.Range(0, 24).Select(static hour => hour % 4));
        var charges = Side("taken", "import", taken) + ", " + Side("fed-in", "export", fedIn);
        var series = $$""", "series": [{ "id": "s", "firstDay": "2007-01-01", "days": [[{{prices}}]] }]""";
        var usage = "import,export\n" + string.Concat(Enumerable.Range(0, 24).Select(static hour =>
        {
            var net = hour < Hours.Length ? Hours[hour] : 0;
            return string.Create(CultureInfo.InvariantCulture, $"{Math.Max(-net, 0)},{Math.Max(net, 0)}\n");
        }));

        var bills = await Bills(
            "--tariff", _rate.Tariff(charges, series), "--usage", _rate.File("hours.csv", usage),
            "--start", "2007-01-01", "--interval", "60");

        Assert.Equal(Number(total), Sums(bills[0]).Net);
    }

    public void Dispose() => _rate.Dispose();

    private static string Side(string code, string direction, string price) =>
        Charge("usage", code, $$""" "direction": "{{direction}}", "unit": "kWh", "price": {{price}} """);
}
