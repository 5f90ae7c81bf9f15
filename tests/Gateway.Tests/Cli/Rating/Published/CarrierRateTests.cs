using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>Costs of calls in manuals of switches and carriers, and as their raters count; each names whose.</summary>
public sealed class CarrierRateTests : IDisposable
{
    // CDRTool, doc/RATING.txt (github.com/AGProjects/cdrtool): 0.0450 to connect and 0.16 a minute.
    private const string CdrTool = """ "connect": 0.0450, "price": 0.16, "decimals": 4 """;

    // Yeastar, help.yeastar.com/en/k2/topic/billing_rate.html: 0.20 for two minutes, then 0.30 a begun minute.
    private const string Yeastar = """
        "steps": [{ "from": 0, "price": 0.1, "increment": 120 }, { "from": 120, "price": 0.3, "increment": 60 }]
        """;

    // Transport for London: 0.40 and 0.0066 a begun minute, at least 0.60, up to tens of pence.
    private const string London = """
        "connect": 0.40, "price": 0.0066, "increment": 60, "least": 0.60, "decimals": 1, "rounding": "up"
        """;

    // ASTPP, freeswitch/fs/lib/astpp.cdr.php (github.com/iNextrix/ASTPP): after included seconds an initial block, then
    // increments; 0.60 a minute and 0.10 to connect, thirty seconds included, at 60/6.
    private const string Included = """
        "connect": 0.10, "steps": [{ "from": 0, "price": 0, "increment": 30 },
          { "from": 30, "price": 0.60, "increment": 60 }, { "from": 90, "price": 0.60, "increment": 6 }]
        """;

    // A2Billing, common/lib/Class.RateEngine.php (github.com/Star2Billing/a2billing), and MagnusBilling: a call beyond
    // the first block is brought to whole blocks of all of it; 70 seconds first, then minutes: 70, 120, 180.
    private const string WholeBlocks = """
        "steps": [{ "from": 0, "price": 0.60, "increment": 70 }, { "from": 70, "price": 0.60, "increment": 50 },
          { "from": 120, "price": 0.60, "increment": 60 }]
        """;

    private readonly PublishedRate _rate = new();

    [Theory]
    [InlineData(CdrTool, 59, "0.2023")]
    [InlineData(CdrTool, 0, "0")]
    // The same page: a price for each call at most, a least duration below which a call is free.
    [InlineData(CdrTool + """, "most": 0.25 """, 600, "0.25")]
    [InlineData(CdrTool + """, "freeIfShorterThan": 5 """, 4, "0")]
    [InlineData(CdrTool + """, "freeIfShorterThan": 5 """, 5, "0.0583")]
    [InlineData(Yeastar, 68, "0.2")]
    [InlineData(Yeastar, 125, "0.5")]
    [InlineData(Yeastar, 180, "0.5")]
    [InlineData(Yeastar, 190, "0.8")]
    [InlineData(Yeastar, 380, "1.7")]
    [InlineData(London, 60, "0.6")]
    [InlineData(London, 1860, "0.7")]
    // Connexo, wiki LCR (github.com/connexo/docs): 0.015 in the first quarter of a minute, 0.017 in others.
    [InlineData("""
        "steps": [{ "from": 0, "price": 0.015, "increment": 15 }, { "from": 15, "price": 0.017, "increment": 15 }]
        """, 45, "0.01225")]
    // MagnusBilling, wiki "Call Price Calculation" (github.com/magnussolution/magnusbilling): 45 seconds at 30/6.
    [InlineData(""" "price": 0.05, "firstIncrement": 30, "increment": 6 """, 45, "0.04")]
    // non-cli.site, 60/6; VitalPBX forum, 30/6; itwissen, 60/10, 60/1 and 60/60; warmconnect, 6/6; Denovolab, 6 of 11.
    [InlineData(""" "price": 60, "firstIncrement": 60, "increment": 6 """, 5, "60")]
    [InlineData(""" "price": 60, "firstIncrement": 60, "increment": 6 """, 65, "66")]
    [InlineData(""" "price": 60, "firstIncrement": 60, "increment": 6 """, 67, "72")]
    [InlineData(""" "price": 60, "firstIncrement": 30, "increment": 6 """, 12, "30")]
    [InlineData(""" "price": 60, "firstIncrement": 30, "increment": 6 """, 39, "42")]
    [InlineData(""" "price": 60, "firstIncrement": 60, "increment": 10 """, 83, "90")]
    [InlineData(""" "price": 60, "firstIncrement": 60, "increment": 1 """, 83, "83")]
    [InlineData(""" "price": 60, "increment": 60 """, 83, "120")]
    [InlineData(""" "price": 60, "increment": 6 """, 5, "6")]
    [InlineData(""" "price": 60, "increment": 6 """, 8, "12")]
    [InlineData(""" "price": 60, "increment": 6 """, 11, "12")]
    // VitalPBX, grace: ten seconds at the beginning of a call are not charged.
    [InlineData("""
        "steps": [{ "from": 0, "price": 0, "increment": 10 }, { "from": 10, "price": 60, "increment": 1 }]
        """, 15, "5")]
    [InlineData(Included, 0, "0")]
    [InlineData(Included, 30, "0.10")]
    [InlineData(Included, 31, "0.70")]
    [InlineData(Included, 91, "0.76")]
    [InlineData(WholeBlocks, 10, "0.70")]
    [InlineData(WholeBlocks, 70, "0.70")]
    [InlineData(WholeBlocks, 71, "1.20")]
    [InlineData(WholeBlocks, 121, "1.80")]
    // mod_nibblebill (freeswitch.org/confluence): a least amount for the call.
    [InlineData(""" "price": 0.06, "least": 0.10 """, 60, "0.10")]
    [InlineData(""" "price": 0.06, "least": 0.10 """, 120, "0.12")]
    public async Task Calls(string rate, int seconds, string cost) =>
        Assert.Equal(Number(cost), Exact(await Rated(rate, $"1,2025-03-03T10:00:00Z,{seconds},1002")));

    // phonepresence.co.uk, per second billing: calls of 10, 20 … 100 seconds at 0.02 a minute.
    [Theory]
    [InlineData(""" "price": 0.02, "increment": 60 """, "0.28")]
    [InlineData(""" "price": 0.02 """, "0.18")]
    public async Task Ten_calls(string rate, string total)
    {
        var calls = Enumerable.Range(1, 10).Select(static ten => $"{ten},2025-03-03T{ten + 9}:00:00Z,{ten * 10},1002");

        Assert.Equal(Number(total), Sums((await Rated(rate, [.. calls]))[0]).Net);
    }

    // A call is in the bill of the day on which it begins, however far it runs into the next month.
    [Fact]
    public async Task A_call_over_the_end_of_a_month_is_in_the_month_of_its_start()
    {
        var bills = await Rated(
            """ "price": 0.60 """, "1,2025-01-31T23:59:30Z,120,1002", "2,2025-02-01T00:00:00Z,60,1002");

        Assert.Equal([1.20m, 0.60m], bills.EnumerateArray().Select(static bill => Sums(bill).Net));
    }

    // Records of one session: what was short and free is made up for once the call is long enough.
    [Fact]
    public async Task A_session_is_free_until_all_of_it_is_long_enough()
    {
        var tariff = TariffOf(""" "connect": 0.05, "price": 0.60, "freeIfShorterThan": 10 """);
        var calls = _rate.File("calls.csv", """
            id,start,seconds,to,session,continuation
            1,2025-03-03T10:00:00Z,6,1002,s,false
            2,2025-03-03T10:00:06Z,14,1002,s,true
            """);

        // Twenty seconds and one connection.
        Assert.Equal(0.25m, Exact(await Bills("--tariff", tariff, "--usage", calls)));
    }

    public void Dispose() => _rate.Dispose();

    private string TariffOf(string rate) => _rate.Tariff(Charge(
        "calls", "calls", $$""" "event": "call", "unit": "minute", "rates": [{ "prefix": "", {{rate}} }] """));

    private async Task<System.Text.Json.JsonElement> Rated(string rate, params string[] calls) => await Bills(
        "--tariff", TariffOf(rate), "--usage",
        _rate.File("calls.csv", "id,start,seconds,to\n" + string.Join('\n', calls) + "\n"));
}
