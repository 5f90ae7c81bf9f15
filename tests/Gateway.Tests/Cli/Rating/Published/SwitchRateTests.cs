using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>Costs of calls that the tests of switches expect of a rate, from files; each names whose.</summary>
public sealed class SwitchRateTests : IDisposable
{
    // CGRateS, engine/loader_csv_test.go, EVENING: 1 to connect and 1 a second by day, 0.5 a second in the evening and
    // on days off.
    private const string Evening = """
        "calendar": "hours", "rates": [
          { "prefix": "", "period": "day", "connect": 1, "price": 1 },
          { "prefix": "", "period": "evening", "price": 0.5 }]
        """;

    // MX: 1 a second and at most 10, a limit of live calls by day, free beyond it in the evening.
    private const string Most = """
        "calendar": "hours", "rates": [
          { "prefix": "", "period": "day", "price": 1, "most": 10, "beyondMost": "bill" },
          { "prefix": "", "period": "evening", "price": 1, "most": 10, "beyondMost": "free" }]
        """;

    private const string Hours = """
        , "calendars": [{ "id": "hours",
            "rules": [{ "days": ["weekday"], "from": "00:00", "until": "18:00", "period": "day" }],
            "otherwise": "evening" }]
        """;

    // LANDLINE_OFFPEAK: the first minute at once; DY: up to two decimals.
    private const string Landline = """
        "rates": [{ "prefix": "", "steps": [{ "from": 0, "price": 1, "increment": 60 },
          { "from": 60, "price": 1, "increment": 1 }] }]
        """;

    private const string Dy = """
        "rates": [{ "prefix": "", "connect": 0.15, "price": 0.000833333333, "decimals": 2, "rounding": "up" }]
        """;

    // Yeti (github.com/yeti-switch/yeti-web, spec/sql/switch/writecdr_spec.rb): 60/11 at 0.0001 a minute to the
    // customer, 12/13 at 1 a minute from the vendor.
    private const string YetiCustomer = """
        "rates": [{ "prefix": "", "price": 0.0001, "firstIncrement": 60, "increment": 11 }]
        """;

    private const string YetiVendor = """
        "rates": [{ "prefix": "", "price": 1, "firstIncrement": 12, "increment": 13 }]
        """;

    private const string YetiAttempt = """
        "rates": [{ "prefix": "", "connect": 0.1, "attempt": 0.02, "price": 1, "firstIncrement": 60, "least": 0.5 }]
        """;

    private readonly PublishedRate _rate = new();

    // CGRateS, engine/calldesc_test.go: TestGetCost, TestSpansMultipleRatingPlans, TestLessThanAMinute,
    // TestUniquePrice,
    // TestMinutesCost, TestGetCostZero, TestGetCostTimespans, TestGetCostRateGroups, TestGetCostWithMaxCost and its
    // like, TestGetCostRoundingIssue, TestCDGetCostANY, TestCDDataGetCost, TestGetCostRounding and TestDebitRounding.
    [Theory]
    [InlineData(Evening, "second", "2012-02-02T17:30:00", 3600, "2701")]
    [InlineData(Evening, "second", "2012-02-07T23:50:00", 2400, "2100")]
    [InlineData(Evening, "second", "2012-02-08T23:50:00", 30, "15")]
    [InlineData(Evening, "second", "2012-02-08T22:50:00", 3621, "1810.5")]
    [InlineData(Evening, "second", "2012-02-08T22:50:00", 110, "55")]
    [InlineData(Evening, "second", "2012-02-02T17:30:00", 0, "0")]
    [InlineData(Evening, "second", "2013-10-21T18:34:00", 5, "2.5")]
    [InlineData(Landline, "second", "2013-10-08T09:23:02", 85, "85")]
    [InlineData(Landline, "second", "2013-10-07T14:50:00", 132, "132")]
    [InlineData(Landline, "second", "2014-03-04T06:00:00", 1, "60")]
    [InlineData(Landline, "second", "2014-03-04T06:00:00", 65, "65")]
    [InlineData(Most, "second", "2015-03-23T06:00:00", 1800, "1800")]
    [InlineData(Most, "second", "2015-03-23T19:00:00", 1800, "10")]
    [InlineData(Dy, "second", "2015-10-26T13:29:27", 24, "0.17")]
    [InlineData(""" "rates": [{ "prefix": "", "price": 0.1 }] """, "minute", "2017-02-02T17:30:00", 180, "0.30006",
        "increment-decimals=6")]
    [InlineData(""" "rates": [{ "prefix": "", "price": 0.1, "decimals": 4 }] """, "minute", "2017-02-02T17:30:00", 180,
        "0.3001", "increment-decimals=6")]
    // Yeti: 560 seconds are 566 and 571; exact, up, and down. A call of no length costs nothing.
    [InlineData(YetiVendor, "minute", "2025-03-03T10:00:00", 560, "9.5167", "call-decimals=4 call-rounding=up")]
    [InlineData(YetiVendor, "minute", "2025-03-03T10:00:00", 560, "9.5166", "call-decimals=4 call-rounding=down")]
    [InlineData(YetiCustomer, "minute", "2025-03-03T10:00:00", 560, "0.00094", "call-decimals=5")]
    [InlineData(YetiCustomer, "minute", "2025-03-03T10:00:00", 560, "0.001", "call-decimals=4 call-rounding=up")]
    [InlineData(YetiCustomer, "minute", "2025-03-03T10:00:00", 560, "0.0009", "call-decimals=4 call-rounding=down")]
    [InlineData(YetiCustomer, "minute", "2025-03-03T10:00:00", 0, "0", "call-decimals=4 call-rounding=up")]
    [InlineData(YetiVendor, "minute", "2025-03-03T10:00:00", 0, "0", "call-decimals=4 call-rounding=up")]
    // Yeti has a fee of calls that are not answered beside the one of those that are; prices are ours.
    [InlineData(YetiAttempt, "minute", "2025-03-03T10:00:00", 0, "0.02")]
    [InlineData(YetiAttempt, "minute", "2025-03-03T10:00:00", 0, "0.02", "zero-duration=connect")]
    [InlineData(YetiAttempt, "minute", "2025-03-03T10:00:00", 1, "1.1")]
    // Kazoo (github.com/2600hz/kazoo, hon_util_tests.erl): a minute, and what it costs to be connected.
    [InlineData(""" "rates": [{ "prefix": "", "connect": 0.50, "price": 0.01, "increment": 60 }] """, "minute",
        "2025-03-03T10:00:00", 60, "0.51")]
    public async Task Calls(
        string rates, string unit, string start, int seconds, string cost, string settings = "") =>
        Assert.Equal(
            Number(cost),
            Exact(await Bills(
            [
                "--tariff", _rate.Tariff(
                    Charge("calls", "calls", $$""" "event": "call", "unit": "{{unit}}", {{rates}} """),
                    rates.Contains("calendar", StringComparison.Ordinal) ? Hours : ""),
                "--usage", _rate.File("calls.csv", $"id,start,seconds,to\n1,{start}Z,{seconds},1\n"), .. Set(settings),
            ])));

    public void Dispose() => _rate.Dispose();
}
