using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>Costs of calls that the tests of rating engines expect, and parts of months; each names whose.</summary>
public sealed class CallEngineRateTests : IDisposable
{
    // OpenRate (github.com/isparkes/OpenRate, src/test/java/OpenRate/process/AbstractRateCalcTest.java): begun minutes
    // at 1, or the first at 1 and the others at 0.1; what is beyond 999,999 seconds costs nothing more.
    private const string Minutes = """
        { "from": 0, "price": 1, "increment": 60 }, { "from": 1000020, "price": 0, "increment": 60 }
        """;
    private const string Tiers = """
        { "from": 0, "price": 1, "increment": 60 }, { "from": 60, "price": 0.1, "increment": 60 },
        { "from": 1000020, "price": 0, "increment": 60 }
        """;

    // Community Cellular Manager (github.com/facebookarchive/CommunityCellularManager, client/core/tests): five seconds
    // are free, and a call is rounded up to a hundred, which is one here at first.
    private const string Five = """{ "from": 0, "price": 0, "increment": 5 },""";
    private const string Up = "call-decimals=0 call-rounding=up";

    private const string Hundreds = "call-decimals=-2 call-rounding=up";

    private readonly PublishedLife _life = new();
    private readonly PublishedRate _rate = new();

    [Theory]
    [InlineData(Minutes, "1 59", "1 1")]
    [InlineData(Minutes, "61 119", "2 2")]
    [InlineData(Minutes, "999999 1000000 1500000", "16667 16667 16667")]
    [InlineData(Tiers, "1 59", "1 1")]
    [InlineData(Tiers, "61 119", "1.1 1.1")]
    [InlineData(Tiers, "999999 1000000 1500000", "1667.6 1667.6 1667.6")]
    [InlineData("""{ "from": 0, "price": 1, "increment": 1 }""", "30 45 540 1500000", "0.5 0.75 9 25000")]
    [InlineData(Five + """{ "from": 5, "price": 2, "increment": 1 }""", "170", "6", Up)]
    [InlineData(Five + """{ "from": 5, "price": 1, "increment": 1 }""", "700", "12", Up)]
    [InlineData(Five + """{ "from": 5, "price": 3, "increment": 1 }""", "190", "10", Up)]
    [InlineData(Five + """{ "from": 5, "price": 8, "increment": 1 }""", "830", "110", Up)]
    [InlineData(Five + """{ "from": 5, "price": 6, "increment": 30 }""", "70", "9", Up)]
    [InlineData(Five + """{ "from": 5, "price": 200, "increment": 1 }""", "170", "600", Hundreds)]
    [InlineData(Five + """{ "from": 5, "price": 300, "increment": 1 }""", "190", "1000", Hundreds)]
    [InlineData(Five + """{ "from": 5, "price": 800, "increment": 1 }""", "830", "11000", Hundreds)]
    [InlineData(Five + """{ "from": 5, "price": 600, "increment": 30 }""", "70", "900", Hundreds)]
    [InlineData("""{ "from": 0, "price": 60, "increment": 30 }""", "0 5", "0 30")]
    [InlineData("""{ "from": 0, "price": 60, "increment": 60 }""", "5 61", "60 120")]
    [InlineData("""{ "from": 0, "price": 72, "increment": 30 }""", "61", "108")]
    [InlineData("""
        { "from": 0, "price": 0, "increment": 10 }, { "from": 10, "price": 60, "increment": 60 }
        """, "61", "60")]
    // A program of Prague's bills of phones (its tests of BillManager): 30 seconds, then 15 each, at 1 a second.
    [InlineData("""
        { "from": 0, "price": 60, "increment": 30 }, { "from": 30, "price": 60, "increment": 15 }
        """, "7 30 31 44 60 327", "30 30 45 45 60 330")]
    public async Task Steps_of_a_call(string steps, string seconds, string costs, string settings = "") => Assert.Equal(
        costs, await Costs($$""" "rates": [{ "prefix": "", "steps": [{{steps}}] }] """, seconds, settings));

    [Theory]
    // An event server of advisers (its RateInformationTests): 2.50 a minute, and at least 50, by five minutes, for at
    // least fifteen, and all of it.
    [InlineData(""" "price": 2.50, "increment": 60 """, "1800", "75")]
    [InlineData(""" "price": 2.50, "increment": 60, "least": 50 """, "600", "50")]
    [InlineData(""" "price": 2.50, "increment": 300 """, "420", "25")]
    [InlineData(""" "price": 2.50, "firstIncrement": 900, "increment": 60 """, "300", "37.5")]
    [InlineData(""" "price": 2.50, "firstIncrement": 900, "increment": 300, "least": 50 """, "1020", "50")]
    // An agent that calls (its tests of calculate_charge): a connection, and ten cents a minute by half minutes.
    [InlineData(""" "price": 0.10, "connect": 0.25, "increment": 30 """, "45 95", "0.35 0.45")]
    public async Task Rates_of_a_call(string rate, string seconds, string costs) => Assert.Equal(
        costs, await Costs($$""" "rates": [{ "prefix": "", {{rate}} }] """, seconds, ""));

    // The whole call at the price of its length (rateCalculateThreshold).
    [Theory]
    [InlineData("1", "1")]
    [InlineData("59", "1")]
    [InlineData("61", "0.2")]
    [InlineData("119", "0.2")]
    [InlineData("999998", "1666.7")]
    public async Task Thresholds(string seconds, string cost) => Assert.Equal(
        Number(cost), await _rate.January(Use(Stepped("volume", "60:1/60 :0.1/60")), seconds));

    // Prague again: a month with 300 seconds and three messages free, by 30 seconds and then each, in the own network
    // (1) at 1.5 a minute, in others (2) at 2.5, and to friends (3) for nothing.
    [Fact]
    public async Task Month_of_a_phone()
    {
        const string places = """
            "destinations": [{ "name": "own", "prefixes": ["1"] }, { "name": "other", "prefixes": ["2"] },
              { "name": "friends", "prefixes": ["3"] }]
            """;
        static string Rates(string own, string other, string increments) => $$"""
            "rates": [{ "destination": "own", "price": {{own}} {{increments}} },
              { "destination": "other", "price": {{other}} {{increments}} },
              { "destination": "friends", "price": 0 {{increments}} }]
            """;
        var calls = Charge("calls", "calls", $$"""
            "event": "call", "unit": "minute", {{places}},
            {{Rates("1.5", "2.5", ", \"firstIncrement\": 30, \"increment\": 1")}}
            """);
        var messages = Charge("calls", "sms", $$"""
            "event": "sms", "unit": "count", {{places}}, {{Rates("1.25", "2.25", "")}}
            """);
        var fee = Charge("fixed", "fee", """ "per": "month", "price": 314.15 """);
        const string used = "call:1:26 sms:2:1 sms:1:1 call:2:126 call:3:214 sms:1:1 call:1:54 sms:3:1 sms:2:1 "
            + "call:2:97 call:1:26 sms:2:1 sms:1:1 call:2:64 call:3:45 sms:1:1 call:1:34 sms:3:1 sms:2:1 call:2:97 "
            + "call:1:10";
        var records = used.Split(' ').Select(static (record, index) => record.Split(':') is [var kind, var to, var size]
            ? $"{index},{kind},2025-01-02T10:{index:00}:00Z,{size},{to}\n"
            : "");

        var bills = await Bills(
        [
            "--tariff", _rate.Tariff($"{fee}, {calls}, {messages}", """
                , "buckets": [
                  { "id": "talk", "text": "talk", "unit": "second", "quantity": 300, "events": ["call"],
                    "destinations": ["own", "other"] },
                  { "id": "write", "text": "write", "unit": "count", "quantity": 3, "events": ["sms"],
                    "destinations": ["own", "other"] }]
                """),
            "--usage", _rate.File("calls.csv", "id,event,start,seconds,to\n" + string.Concat(records)),
            "--from", "2025-01-01", "--to", "2025-02-01", .. Set("bucket-end=split"),
        ]);

        Assert.Equal(332.75m, Exact(bills));
    }

    // OpenRate, AbstractProRationTest: factors of a month, of which 100 is the price; by the days of a month, and by
    // 30.
    [Theory]
    [InlineData("2012-01-03 until 2012-02-01; 02-01 cancel", "", "2012-01-03..2012-02-01 93.55")]
    [InlineData("2012-01-03 until 2012-02-01; 02-01 cancel", "part-divisor=30", "2012-01-03..2012-02-01 96.67")]
    [InlineData("2012-03-01 until 2012-03-04; 03-03 cancel", "", "2012-03-01..2012-03-03 6.45")]
    [InlineData("2012-02-01 until 2012-03-01; 03-01 cancel", "", "2012-02-01..2012-03-01 100")]
    [InlineData("2012-01-03 until 2012-01-13; 01-12 cancel", "", "2012-01-03..2012-01-12 29.03")]
    [InlineData("2012-01-03 until 2012-01-13; 01-12 cancel", "part-divisor=30", "2012-01-03..2012-01-12 30")]
    [InlineData("2012-01-16 until 2012-02-01; 02-01 cancel", "", "2012-01-16..2012-02-01 51.61")]
    [InlineData("2012-01-16 until 2012-02-01; 02-01 cancel", "part-divisor=30", "2012-01-16..2012-02-01 53.33")]
    public async Task Parts_of_months(string life, string settings, string bills) => Assert.Equal(
        bills, await _life.Bills("a 100 arrear", life, $"billing-alignment=calendar {settings}"));

    public void Dispose()
    {
        _life.Dispose();
        _rate.Dispose();
    }

    private async Task<string> Costs(string rates, string seconds, string settings)
    {
        var charge = Charge("calls", "calls", $$""" "event": "call", "unit": "minute", {{rates}} """);
        var costs = new List<string>();
        foreach (var length in seconds.Split(' '))
        {
            var cost = Exact(await Bills(
            [
                "--tariff", _rate.Tariff(charge), "--usage",
                _rate.File("calls.csv", $"id,start,seconds,to\n1,2025-01-02T10:00:00Z,{length},1\n"), .. Set(settings),
            ]));
            costs.Add(cost.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture));
        }
        return string.Join(' ', costs);
    }
}
