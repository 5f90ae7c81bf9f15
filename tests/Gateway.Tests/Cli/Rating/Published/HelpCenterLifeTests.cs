namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// What sellers of subscriptions tell their customers about a change within a month, each with its address: what is
/// left of the old plan is credited, what is left of the new one charged.
/// </summary>
public sealed class HelpCenterLifeTests : IDisposable
{
    private readonly PublishedLife _life = new();

    [Theory]
    // docs.nadles.com: 100 to 300 with five of 31 days left, and back.
    [InlineData("a 100, b 300", "2025-01-01 until 2025-01-31; 01-27 change b",
        "2025-01-01..2025-02-01 100; 2025-01-27..2025-02-01 -16.13 48.39")]
    [InlineData("b 300, a 100", "2025-01-01 until 2025-01-31; 01-27 change a",
        "2025-01-01..2025-02-01 300; 2025-01-27..2025-02-01 -48.39 16.13")]
    // mlytics: 10 to 99 at the half of a month of 30 days; the price of a day is rounded first, to 0.33 and 3.30.
    [InlineData("a 10, b 99", "2025-09-01 until 2025-09-30; 09-16 change b",
        "2025-09-01..2025-10-01 10; 2025-09-16..2025-10-01 -4.95 49.5", "part-day-price=rounded")]
    [InlineData("a 10, b 99", "2025-09-01 until 2025-09-30; 09-16 change b",
        "2025-09-01..2025-10-01 10; 2025-09-16..2025-10-01 -5 49.5")]
    // Lokalise moves the billing day with a change of plan: what is left of the old plan is given back, and a full
    // period of the new one begins. Prices are ours.
    [InlineData("a 100, b 300", "2025-01-01 until 2025-03-01; 01-27 change b",
        "2025-01-01..2025-02-01 100; 2025-01-27..2025-02-27 -16.13 300; 2025-02-27..2025-03-27 300",
        "change-anchor=change")]
    [InlineData("a 100, b 300", "2025-01-01 on 1 until 2025-03-01; 01-27 change b",
        "2025-01-01..2025-02-01 100; 2025-01-27..2025-02-27 -16.13 300; 2025-02-27..2025-03-27 300",
        "change-anchor=change")]
    public async Task Changes(string plans, string life, string bills, string settings = "") =>
        Assert.Equal(bills, await _life.Bills(plans, life, settings));

    // A third of 20 is 6.66 with nectir, and two thirds of 49 are 32.66 with mangomap: parts are rounded down.
    [Theory]
    [InlineData("a 20", "2025-09-01 on 11 until 2025-09-02", "2025-09-01..2025-09-11 6.66")]
    [InlineData("a 49", "2025-09-21 on 11 until 2025-09-22", "2025-09-21..2025-10-11 32.66")]
    public async Task Parts_that_are_rounded_down(string plans, string life, string bills) =>
        Assert.Equal(bills, await _life.Bills(plans, life, "part-rounding=down part-divisor=30"));

    [Theory]
    // krisp.ai and heyupdate.com: one more seat with 20 of 30 days left, for 13.33 and 3.33.
    [InlineData("a 20 item", "2025-09-01 quantity 1 until 2025-09-30; 09-11 quantity 2",
        "2025-09-01..2025-10-01 20; 2025-09-11..2025-10-01 -13.33 26.66")]
    [InlineData("a 5 item", "2025-09-01 quantity 1 until 2025-09-30; 09-11 quantity 2",
        "2025-09-01..2025-10-01 5; 2025-09-11..2025-10-01 -3.33 6.66")]
    public async Task Seats(string plans, string life, string bills) =>
        Assert.Equal(bills, await _life.Bills(plans, life, "change-rounding=difference"));

    // articles.spintel.net.au (3800587-first-invoice-prorata): 30 a month, connected on 10 April, whose day is not
    // counted: 20 of 30 days. Connected on the first, the month is whole.
    [Theory]
    [InlineData("2016-04-10 until 2016-05-02", "2016-04-11..2016-05-01 20; 2016-05-01..2016-06-01 30")]
    [InlineData("2016-04-01 until 2016-04-02", "2016-04-01..2016-05-01 30")]
    [InlineData("2016-04-30 until 2016-05-02", "2016-05-01..2016-06-01 30")]
    public async Task The_day_of_connection_is_not_counted(string life, string bills) => Assert.Equal(
        bills, await _life.Bills("a 30", life, "billing-alignment=calendar first-day=exclusive"));

    // Chargebee, calendar billing: 649 a month by the first; a day of January is one of the 28 to the end of February,
    // where its own month has 31.
    [Theory]
    [InlineData("part-divisor=period-forward", "23.18")]
    [InlineData("", "20.94")]
    public async Task Parts_of_the_month_to_come(string settings, string part) => Assert.Equal(
        $"2025-01-31..2025-02-01 {part}; 2025-02-01..2025-03-01 649",
        await _life.Bills("a 649", "2025-01-31 on 1 until 2025-02-02", settings));

    [Theory]
    // co-desk.eu: a place from 20 January on; billingbooth.com: a line from 15 May on.
    [InlineData("a 300", "2025-01-20 until 2025-02-02", "2025-01-20..2025-02-01 116.13; 2025-02-01..2025-03-01 300")]
    [InlineData("a 20", "2025-05-15 until 2025-05-16", "2025-05-15..2025-06-01 10.97")]
    public async Task Parts_of_first_months(string plans, string life, string bills) =>
        Assert.Equal(bills, await _life.Bills(plans, life, "billing-alignment=calendar"));

    public void Dispose() => _life.Dispose();
}
