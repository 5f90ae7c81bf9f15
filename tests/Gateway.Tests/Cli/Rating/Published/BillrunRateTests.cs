using System.Globalization;
using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// Amounts that the tests of BillRun, an open biller of operators, expect (github.com/BillRun/system, library/Tests).
/// Its volumes of less than nothing are left out, as no record has a quantity below zero here; and 0.9 to 2.1 by
/// tenths, of which its binary fractions make thirteen for twelve.
/// </summary>
public sealed class BillrunRateTests : IDisposable
{
    private readonly PublishedRate _rate = new();
    private readonly PublishedMeter _meter = new();

    // Tariff.php: "0-2:1/0.5" prices each begun half between 0 and 2 at 1, and with ~ its part; what is beyond the
    // last costs nothing. An interval that does not fit into its range is begun once more and ends with the range.
    [Theory]
    [InlineData(1, "0-1:1/1", 1)]
    [InlineData(2, "0-1:1/1 0-1:1/1", 2)]
    [InlineData(10, "0-10:1/1 0-1:100/1", 10)]
    [InlineData(10, "0-10:1/1 0-1:100/1", 1010, 1000)]
    [InlineData(10, "0-9:1/1 0-1:100/1", 109)]
    [InlineData(0, "0-9:1/1 0-1:100/1", 0)]
    [InlineData(1, "0-1:0.3/1", 0.3)]
    [InlineData(2, "0-1:0.3/1", 0.3)]
    [InlineData(2, "0-2:0.3/1", 0.6)]
    [InlineData(2, "0-1:0.3/1 0-1:0.4/1", 0.7)]
    [InlineData(10, "0-1:0.5/1 1-4:0.5/1", 2)]
    [InlineData(10, "0-1:0.5/1 1-4:0.5/1 4-9:1.2/1", 8)]
    [InlineData(5, "0-0.5:1/0.5", 1)]
    [InlineData(5, "0-0.8:1/0.5", 2)]
    [InlineData(5, "0-2:1/0.5", 4)]
    [InlineData(5, "0-0.5:1/0.8 0-1:2/4.2", 3)]
    [InlineData(5, "0-2.4:1/0.8 0-5:2/4.2", 5)]
    [InlineData(5, "0-5:2/4.2 0-2.4:1/0.8", 4)]
    [InlineData(2, "0-2:1/2.5 0-1:2/4", 1)]
    [InlineData(10, "0-2:1/0.5", 4)]
    [InlineData(10, "0-2:1/0.5 2-6:1/3.5", 6)]
    [InlineData(10, "0-2:1/0.5 2-6:1/3.5 6-8:2/0.1", 46)]
    [InlineData(4, "0-4:0.5/2.5", 1)]
    [InlineData(2, "0-1:0.3/0.5", 0.6)]
    [InlineData(2, "0-2:1.5/0.5", 6)]
    [InlineData(6, "0-5:0.5/2.5", 1)]
    [InlineData(6, "0-5:0.5/2.5 0-6:0.1/0.1", 2)]
    [InlineData(6, "0-4:0.1/0.1 0-6:0.8/1.1", 5.6)]
    [InlineData(10, "0-2:1.5/0.5", 6)]
    [InlineData(10, "0-2:1.5/0.5 2-6:0.3/3.5", 6.6)]
    [InlineData(10, "0-2:2.5/0.5 2-8:1.25/1.5 8-10:0.1/0.1", 17)]
    [InlineData(1, "0-1.5:0.3/1", 0.3)]
    [InlineData(4, "0-1.5:0.3/1", 0.6)]
    [InlineData(2, "1.1-2:0.3/1", 0.3)]
    [InlineData(2, "0-0.8:0.3/1", 0.3)]
    [InlineData(2, "0.7-2:1/0.1", 13)]
    [InlineData(2, "0-0.8:0.3/1 0.7-2:1/0.1", 12.3)]
    [InlineData(3, "0-0.8:0.3/1 0.8-2.1:1/0.1", 13.3)]
    [InlineData(2, "0-0.8:0.3/1 0.8-2.1:1/0.1", 12.3)]
    [InlineData(10, "0-0.8:0.5/0.2 1-3.5:0.2/0.5", 3)]
    [InlineData(10, "0-0.8:0.5/0.2 1-3.5:0.2/0.5 4.1-7.6:1/0.1", 38)]
    [InlineData(2, "0-1:1/1", 1)]
    [InlineData(2, "0-2:1/1", 2)]
    [InlineData(10, "5-10:1/1", 5)]
    [InlineData(10, "0-10:1/1", 10)]
    [InlineData(1, "0-10:1/10", 1)]
    [InlineData(9.9, "0-10:1/10", 1)]
    [InlineData(1, "0-10:1~1", 1)]
    [InlineData(2, "0-10:1~1", 2)]
    [InlineData(10, "0-10:1~1", 10)]
    [InlineData(1, "0-10:1~10", 0.1)]
    [InlineData(9.9, "0-10:1~10", 0.99)]
    public async Task Steps(double volume, string ranges, double price, double connect = 0)
    {
        // Seconds are whole, so that one is a tenth here.
        var rate = string.Create(CultureInfo.InvariantCulture, $$"""
            "prefix": "", "connect": {{connect}}, "steps": [{{string.Join(", ", StepsOf(ranges))}}]
            """);
        var tariff = _rate.Tariff(Charge(
            "calls", "calls", $$""" "event": "call", "unit": "second", "rates": [{ {{rate}} }] """));
        var call = string.Create(CultureInfo.InvariantCulture, $"1,2025-03-03T10:00:00Z,{volume * 10:0},1002\n");

        var bills = await Bills("--tariff", tariff, "--usage", _rate.File("c.csv", "id,start,seconds,to\n" + call));

        Assert.Equal((decimal)price, decimal.Round(Exact(bills), 8));
    }

    // Plan.php and Monthsdifftest.php: months from a day up to and with another, of which a part counts by the days of
    // its own month; 1,000 a month.
    [Theory]
    [InlineData("2014-12-01", "2015-02-10:2357.14 2015-02-15:2535.71")]
    [InlineData("2014-12-06", "2015-02-15:2374.42")]
    [InlineData("2015-02-01",
        "2015-02-10:357.14 2015-02-15:535.71 2015-03-10:1322.58 2015-03-15:1483.87 2015-04-10:2333.33 "
        + "2015-04-15:2500 2015-05-10:3322.58 2015-05-15:3483.87")]
    [InlineData("2015-02-06",
        "2015-03-10:1144.01 2015-03-15:1305.3 2015-04-10:2154.76 2015-04-15:2321.43 2015-05-10:3144.01 "
        + "2015-05-15:3305.3")]
    [InlineData("2015-11-01", "2016-01-10:2322.58 2016-01-15:2483.87")]
    [InlineData("2015-11-06", "2016-01-15:2317.2")]
    [InlineData("2015-12-01", "2016-01-10:1322.58 2016-01-15:1483.87 2016-02-10:2344.83 2016-02-15:2517.24")]
    [InlineData("2015-12-06", "2016-01-15:1322.58 2016-02-15:2355.95")]
    [InlineData("2016-02-01",
        "2016-02-10:344.83 2016-02-15:517.24 2016-03-10:1322.58 2016-03-15:1483.87 2016-04-10:2333.33 "
        + "2016-04-15:2500 2016-05-10:3322.58 2016-05-15:3483.87")]
    [InlineData("2016-02-06",
        "2016-03-10:1150.17 2016-03-15:1311.46 2016-04-10:2160.92 2016-04-15:2327.59 2016-05-10:3150.17 "
        + "2016-05-15:3311.46")]
    [InlineData("2016-02-15", "2016-02-15:34.48")]
    [InlineData("2016-03-01", "2016-03-10:322.58 2016-03-15:483.87 2016-04-10:1333.33 2016-04-15:1500")]
    [InlineData("2016-03-06", "2016-04-10:1172.04 2016-04-15:1338.71")]
    [InlineData("2016-04-01", "2016-04-10:333.33 2016-04-15:500")]
    [InlineData("2017-11-01", "2018-11-01:12033.33 2017-11-01:33.33")]
    [InlineData("2018-12-31", "2019-01-01:64.52")]
    [InlineData("2019-01-01", "2019-12-31:12000 2119-01-01:1200032.26")]
    [InlineData("2019-01-31", "2019-02-01:67.97")]
    [InlineData("2019-02-01", "2020-02-29:13000 2020-02-28:12965.52")]
    [InlineData("2019-02-11", "2019-02-12:71.43")]
    [InlineData("2019-03-01",
        "2019-03-28:903.23 2019-03-10:322.58 2019-03-31:1000 2019-03-30:967.74 2019-04-01:1033.33 "
        + "2019-03-01:32.26")]
    [InlineData("2020-06-01", "2020-07-30:1967.74")]
    [InlineData("2020-07-01", "2020-07-30:967.74")]
    public async Task Months(string first, string ends)
    {
        foreach (var end in ends.Split(' ').Select(static end => end.Split(':')))
        {
            var to = DateOnly.ParseExact(end[0], "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(1);
            Assert.Equal(Number(end[1]), await _meter.Bill(
                string.Create(CultureInfo.InvariantCulture, $"{first}..{to:yyyy-MM-dd}"), "month 1000", Nothing,
                "proration=calendar-month"));
        }
    }

    // Plan.php: a price for the months from one to another of a plan, of which those from one to another are billed.
    [Theory]
    [InlineData(1, 0, 100, "10-50:40 20-50:30 30-50:20 40-50:10 45-50:5 49-50:1")]
    [InlineData(2, 0, 100, "10-50:80 20-50:60 30-50:40 40-50:20 45-50:10 49-50:2")]
    [InlineData(3, 0, 100, "10-50:120 20-50:90 30-50:60 40-50:30 45-50:15 49-50:3")]
    [InlineData(0.25, 0, 100, "10-50:10 20-50:7.5 30-50:5 40-50:2.5 45-50:1.25 49-50:0.25")]
    [InlineData(1.5, 0, 100, "10-50:60 20-50:45 30-50:30 40-50:15 45-50:7.5 49-50:1.5")]
    [InlineData(2, 10, 100, "1-50:80")]
    [InlineData(2, 20, 100, "2-50:60")]
    [InlineData(2, 30, 100, "3-50:40")]
    [InlineData(2, 40, 100, "4-50:20")]
    [InlineData(2, 45, 100, "5-50:10")]
    [InlineData(2, 49, 100, "6-50:2")]
    [InlineData(3, 0, 50, "10-51:120 20-52:90 30-53:60 40-54:30 45-55:15 49-56:3")]
    public async Task Months_of_a_plan(double price, int from, int to, string billed)
    {
        var charge = Charge("fixed", "plan", string.Create(CultureInfo.InvariantCulture, $$"""
            "per": "month", "price": {{price}}, "validFrom": "{{Month(from)}}", "validUntil": "{{Month(to)}}"
            """));
        foreach (var one in billed.Split(' ').Select(static one => one.Split('-', ':')))
        {
            var days = $"{Month(int.Parse(one[0], Invariant))}..{Month(int.Parse(one[1], Invariant))}";
            Assert.Equal(Number(one[2]), await _meter.Bill(days, charge, Nothing, "proration=calendar-month"));
        }
    }

    // aggregatorTestCases with AggregatortestData: plans of 100 a month in arrears or upfront by calendar months, some
    // with 10 % off, and 17 % tax. It rounds nothing but the bill: where that makes a cent, the net amount stands here.
    [Theory]
    [InlineData("2018-05-15", "", "2018-06-01", false, 10, 17, "57.75")]
    [InlineData("2018-05-01", "2018-05-15", "2018-06-01", false, 10, 17, "47.55")]
    [InlineData("2018-05-01", "2018-05-15", "2018-06-01", false, 0, 17, "52.84")]
    [InlineData("2018-05-01", "", "2018-06-01", false, 0, 17, "117")]
    [InlineData("2021-07-16", "", "2021-08-01", false, 0, 0, "51.61")]
    [InlineData("2020-07-01", "2020-07-31", "2020-08-01", false, 0, 0, "96.77")]
    [InlineData("2020-03-01", "", "2020-04-01", false, 10, 17, "105.30")]
    [InlineData("2020-03-10", "", "2020-04-01", false, 10, 17, "74.73")]
    [InlineData("2020-03-10", "2020-03-21", "2020-04-01", false, 10, 17, "37.36")]
    [InlineData("2020-03-01", "2020-03-29", "2020-04-01", false, 10, 17, "95.11")]
    [InlineData("2022-03-01", "", "2022-04-01", true, 0, 17, "234")]
    [InlineData("2022-03-10", "", "2022-04-01", true, 0, 0, "170.97")]
    [InlineData("2022-03-31", "", "2022-04-01", true, 0, 0, "103.23")]
    public async Task Plans(
        string start, string end, string until, bool isUpfront, int discount, int tax, string total)
    {
        var plan = Charge("subscription", "plan", $$"""
            "per": "month", "inAdvance": {{(isUpfront ? "true" : "false")}}, "price": { "kind": "flat", "price": 100 }
            """, "v");
        var off = Charge("discount", "off", $$""" "percent": {{discount}} """, "v");
        var taxes = $$"""
            , "taxes": [{ "code": "VAT", "text": "VAT", "percent": {{tax}}, "categories": ["v"] }]
            """;
        var cancel = end.Length == 0 ? "" : $$"""{ "on": "{{end}}", "cancel": true }""";
        var life = $$"""
            { "start": "{{start}}", "until": "{{until[..8]}}02", "actions": [{{cancel}}] }
            """;

        var bills = await Bills(
            "--tariff", _rate.Tariff(discount > 0 ? $"{plan}, {off}" : plan, taxes), "--usage",
            _rate.File("life.json", life), "--set", "billing-alignment=calendar");

        Assert.Equal(Number(total), bills.EnumerateArray().Sum(static bill => Sums(bill).Total));
    }

    public void Dispose()
    {
        _rate.Dispose();
        _meter.Dispose();
    }

    private const string Nothing = """{ "import": { "total": 0 } }""";

    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    private static string Month(int number) =>
        new DateOnly(2010, 1, 1).AddMonths(number).ToString("yyyy-MM-dd", Invariant);

    private static IEnumerable<string> StepsOf(string ranges)
    {
        var at = 0;
        foreach (var range in ranges.Split(' ').Select(static range => range.Split('-', ':', '/', '~')))
        {
            var (width, interval) = (Tenths(range[1]) - Tenths(range[0]), Tenths(range[3]));
            var (whole, rest) = (width - (width % interval), width % interval);
            if (ranges.Contains('~', StringComparison.Ordinal))
                yield return Step(at, Number(range[2]) / interval, 1);
            else if (whole > 0)
                yield return Step(at, Number(range[2]) / interval, interval);
            if (rest > 0)
                yield return Step(at + whole, Number(range[2]) / rest, rest);
            at += width;
        }
        yield return Step(at, 0m, 1);
    }

    private static int Tenths(string number) => (int)(Number(number) * 10m);

    private static string Step(int from, decimal price, int increment) => string.Create(
        Invariant, $$"""{ "from": {{from}}, "price": {{decimal.Round(price, 12)}}, "increment": {{increment}} }""");
}
