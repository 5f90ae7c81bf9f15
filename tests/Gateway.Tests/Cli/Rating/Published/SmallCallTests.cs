using System.Globalization;
using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// Calls of small raters and of tasks that carriers set, each named and read on 27 November 2026; a stored copy of
/// GitHub's whose owner is not known has its number.
/// </summary>
public sealed class SmallCallTests : IDisposable
{
    private readonly PublishedRate _rate = new();

    [Theory]
    // CGRateS, general_tests at 19463bdc: session_rounding, ers_startdelay and rerate_cdrs, dest_management,
    // rerate_exp, destination_combined.
    [InlineData(""" "price": 1.98, "decimals": 1, "rounding": "up" """, 10, "0.4")]
    [InlineData(""" "price": 1.98, "decimals": 1, "rounding": "down" """, 10, "0.3")]
    [InlineData(""" "price": 1.7, "decimals": 2, "rounding": "up" """, 60, "1.7")]
    [InlineData(""" "price": 1.7, "decimals": 2, "rounding": "up" """, 120, "3.4")]
    [InlineData(""" "price": 10, "decimals": 4 """, 10, "1.6667")]
    [InlineData(""" "price": 0.6 """, 60, "0.6")]
    [InlineData(""" "price": 0.6 """, 120, "1.2")]
    [InlineData(""" "connect": 0.2, "price": 0.1, "increment": 60 """, 60, "0.3")]
    [InlineData(""" "price": 0.01, "increment": 60 """, 60, "0.01")]
    // rate-card-interpreter.test.ts: 125 seconds received at 0.05 a begun minute and 0.10 to connect, a minute called
    // at 0.10 and 0.15, not answered; the recording of them at 0.02 a minute.
    [InlineData(""" "connect": 0.10, "price": 0.05, "increment": 60 """, 125, "0.25")]
    [InlineData(""" "connect": 0.15, "price": 0.10, "increment": 60 """, 60, "0.25")]
    [InlineData(""" "connect": 0.10, "price": 0.05, "increment": 60 """, 0, "0")]
    // Voxanne, tests of its wallet: 0.70 a minute by the second, up to whole cents.
    [InlineData(""" "price": 0.70, "decimals": 2, "rounding": "up" """, 60, "0.70")]
    [InlineData(""" "price": 0.70, "decimals": 2, "rounding": "up" """, 30, "0.35")]
    [InlineData(""" "price": 0.70, "decimals": 2, "rounding": "up" """, 1, "0.02")]
    [InlineData(""" "price": 0.70, "decimals": 2, "rounding": "up" """, 91, "1.07")]
    public async Task A_call(string rate, int seconds, string cost) => Assert.Equal(
        Number(cost),
        Exact(await Called(Calls($$"""{ "prefix": "", {{rate}} }"""), $"2025-01-02T10:00:00Z,{seconds},1")));

    // CSMS (github.com/MSaami/CSMS, RateControllerTest, 16d6fc66): 10,923 Wh at 0.30 a kWh, 83 minutes at 2 an hour, 1.
    [Theory]
    [InlineData(""" "event": "call", "unit": "hour", "rates": [{ "prefix": "", "price": 2 }] """, 4980, 3, "2.767")]
    [InlineData(""" "event": "data", "unit": "kB", "rates": [{ "prefix": "", "price": 0.3 }] """, 10923, 3, "3.277")]
    public async Task A_session(string members, int quantity, int decimals, string cost)
    {
        var usage = $"id,event,start,seconds,to\n1,call,2021-04-05T10:04:00Z,{quantity},1\n";
        if (members.Contains("data", StringComparison.Ordinal))
            usage = usage.Replace("call", "data", StringComparison.Ordinal);
        var bills = await Bills(
            "--tariff", _rate.Tariff(Charge("calls", "calls", members)), "--usage", _rate.File("calls.csv", usage),
            "--set", $"call-decimals={decimals}");

        Assert.Equal(Number(cost), Exact(bills));
    }

    // Both and a fee for the session.
    [Fact]
    public async Task All_of_a_session()
    {
        var tariff = _rate.Tariff(
            Charge("calls", "time", """
                "event": "call", "unit": "hour", "rates": [{ "prefix": "", "connect": 1, "price": 2 }]
                """)
            + ", "
            + Charge("calls", "energy", """
                "event": "data", "unit": "kB", "rates": [{ "prefix": "", "price": 0.3 }]
                """));
        var usage = _rate.File("calls.csv", """
            id,event,start,seconds,to
            1,call,2021-04-05T10:04:00Z,4980,1
            2,data,2021-04-05T10:04:00Z,10923,1
            """);

        Assert.Equal(7.04m, decimal.Round(Exact(await Bills("--tariff", tariff, "--usage", usage)), 2));
    }

    // FaleMais (github.com/GabrielModog/telzir, src/__tests__, 2d68649c and 63675333): minutes of a plan are free, what
    // is beyond costs a tenth more; without a plan each minute has its price. Left out is 29.70 for ten minutes more at
    // 0.90, of which it is three times the amount.
    [Theory]
    [InlineData("1.90", 30, 20, "0")]
    [InlineData("1.70", 60, 80, "37.40")]
    [InlineData("1.90", 120, 200, "167.20")]
    [InlineData("0.90", 60, 70, "9.90")]
    [InlineData("0.90", 120, 160, "39.60")]
    [InlineData("1.90", 0, 20, "38")]
    [InlineData("2.90", 0, 40, "116")]
    [InlineData("1.70", 0, 80, "136")]
    [InlineData("2.70", 0, 120, "324")]
    [InlineData("0.90", 0, 60, "54")]
    [InlineData("1.90", 0, 200, "380")]
    public async Task Minutes_of_a_plan(string price, int plan, int minutes, string cost)
    {
        var calls = Calls($$"""{ "prefix": "", "price": {{price}}, "increment": 60 }""");
        var bucket = $$"""
            , "buckets": [{ "id": "plan", "text": "plan", "unit": "minute", "quantity": {{plan}} }]
            """;

        var bills = plan == 0
            ? await Called(calls, $"2025-01-02T10:00:00Z,{minutes * 60},1")
            : await Called(
                calls + ", " + Charge("percentage", "dearer", """ "percent": 10, "of": ["calls"] """),
                $"2025-01-02T10:00:00Z,{minutes * 60},1", bucket);

        Assert.Equal(Number(cost), Sums(bills[0]).Net);
    }

    // A task of Olist: 0.36 a call and 0.09 for each completed minute from six to ten, none at night. Tests of it:
    // 8259059483 and 2531264948; github.com/olist/work-at-olist: a minute that ten o'clock cuts short is not completed.
    [Theory]
    [InlineData("2018-03-05T15:00:00Z,310", "0.81")]
    [InlineData("2018-03-05T23:15:00Z,310", "0.36")]
    [InlineData("2017-12-12T11:00:00Z,300", "0.81")]
    [InlineData("2017-12-12T22:00:00Z,3900", "0.36")]
    [InlineData("2017-12-12T21:57:13Z,823", "0.54")]
    [InlineData("2017-12-12T21:57:13Z,87223", "86.94")]
    public async Task Completed_minutes(string call, string cost)
    {
        const string Calendar = """
            , "calendars": [{ "id": "hours", "rules": [{ "from": "06:00", "until": "22:00", "period": "day" }],
                "otherwise": "night" }]
            """;
        var charge = Charge("calls", "calls", """
            "event": "call", "unit": "minute", "calendar": "hours", "rates": [
              { "prefix": "", "period": "day", "connect": 0.36, "price": 0.09, "increment": 60 },
              { "prefix": "", "period": "night", "connect": 0.36, "price": 0, "increment": 1 }]
            """);

        var bills = await Called(
            charge, call + ",1", Calendar, "duration-rounding=down call-increments=each-part");

        Assert.Equal(Number(cost), Exact(bills));
    }

    public void Dispose() => _rate.Dispose();

    private static string Calls(string rate) => Charge(
        "calls", "calls", $$""" "event": "call", "unit": "minute", "rates": [{{rate}}] """);

    private async Task<System.Text.Json.JsonElement> Called(
        string charges, string call, string members = "", string settings = "") => await Bills(
    [
        "--tariff", _rate.Tariff(charges, members), "--usage",
        _rate.File("calls.csv", string.Create(CultureInfo.InvariantCulture, $"id,start,seconds,to\n1,{call}\n")),
        .. Set(settings),
    ]);
}
