using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>Bills of telephones in the tests of a benchmark and of a student hostel.</summary>
public sealed class PhoneBillTests : IDisposable
{
    private readonly PublishedRate _rate = new();

    // Project Tsurugi, benchmark of phone bills (SimpleCallChargeCalculatorTest): ten yen a begun minute, of a
    // call of no length too.
    [Theory]
    [InlineData(0, "10")]
    [InlineData(59, "10")]
    [InlineData(60, "10")]
    [InlineData(61, "20")]
    [InlineData(119, "20")]
    [InlineData(120, "20")]
    [InlineData(121, "30")]
    public async Task A_call_of_Tsurugi(int seconds, string yen) =>
        Assert.Equal(Number(yen), await Cost(""" "price": 10, "increment": 60 """, seconds));

    // The same (SimpleBillingCalculatorTest): calls for 2,000 yen are in the 3,000 of a month.
    [Theory]
    [InlineData(1, "3000")]
    [InlineData(1999, "3000")]
    [InlineData(2000, "3000")]
    [InlineData(2001, "3001")]
    public async Task A_month_of_Tsurugi(int yen, string total) => Assert.Equal(
        Number(total),
        await Cost(
            """ "price": 60 """, yen, ", " + Charge("fixed", "month", """ "per": "month", "price": 3000 """),
            """, "buckets": [{ "id": "in", "text": "in", "unit": "JPY", "quantity": 2000 }]"""));

    // HEKphone (github.com/guyt101z/HEKphone, test/unit/calculateChargesTest.php): a pulse of 30 and 20 seconds at six
    // cents a minute, three at night: two minutes are 130 seconds, one is 70.
    [Theory]
    [InlineData("0.06", 120, "0.13")]
    [InlineData("0.03", 60, "0.035")]
    public async Task A_call_of_HEKphone(string price, int seconds, string cost) => Assert.Equal(
        Number(cost), await Cost($$""" "price": {{price}}, "firstIncrement": 30, "increment": 20 """, seconds));

    public void Dispose() => _rate.Dispose();

    private async Task<decimal> Cost(string rate, int seconds, string charges = "", string members = "")
    {
        var calls = Charge("calls", "calls", $$"""
            "event": "call", "unit": "minute", "rates": [{ "prefix": "", {{rate}} }]
            """);
        return Exact(await Bills(
            "--tariff", _rate.Tariff(calls + charges, members, currency: "JPY"),
            "--usage", _rate.File("calls.csv", $"id,start,seconds,to\n1,2025-01-02T10:00:00Z,{seconds},49711\n"),
            "--from", "2025-01-01", "--to", "2025-02-01", "--set", "zero-duration=increment"));
    }
}
