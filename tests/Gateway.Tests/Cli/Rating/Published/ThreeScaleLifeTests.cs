namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// Invoices that the scenarios of 3scale expect, an open manager of interfaces (github.com/3scale/porta, features), of
/// calendar months; and cancellations in the scenarios of Billing-Logic.
/// </summary>
public sealed class ThreeScaleLifeTests : IDisposable
{
    private readonly PublishedLife _life = new();

    [Theory]
    // old/finance/change_plans/prepaid.feature: a month, a trial of five days, a change at noon.
    [InlineData("lunch 31", "2009-05-01 on 1 until 2009-05-31", "2009-05-01..2009-06-01 31")]
    [InlineData("lunch 31", "2009-05-01 on 1 trial 2009-05-06 until 2009-05-31", "2009-05-06..2009-06-01 26")]
    [InlineData("lunch 31, diplomat 3100", "2009-05-01T00:00 on 1 until 2009-05-31; 2009-05-10T12:00 change diplomat",
        "2009-05-01..2009-06-01 31; 2009-05-10..2009-06-01 -21.5 2150")]
    // old/finance/prepaid.feature: a part of February, and its forty hits with the fee of March.
    [InlineData("variable 200 block 1 at 0.1", "2009-02-05 on 1 until 2009-03-02",
        "2009-02-05..2009-03-01 171.43; 2009-02-05..2009-04-01 200 4", "02-06 40")]
    // old/finance/free_trial.feature, in another year: twenty days of November are free.
    [InlineData("rocket 30", "2009-11-01 on 1 trial 2009-11-21 until 2009-12-02",
        "2009-11-21..2009-12-01 10; 2009-12-01..2010-01-01 30")]
    // automatic_billing_prepaid.feature: upwards a day later, on the same day, and down from the next month on.
    [InlineData("paid 31, expensive 3100", "2017-01-01 on 1 until 2017-01-31; 01-02 change expensive",
        "2017-01-01..2017-02-01 31; 2017-01-02..2017-02-01 -30 3000")]
    [InlineData("paid 31, expensive 3100", "2017-01-01 on 1 until 2017-01-31; 01-01 change expensive",
        "2017-01-01..2017-02-01 3100")]
    [InlineData("expensive 3100, paid 31", "2017-01-01 on 1 until 2017-02-02; 01-02 change paid period-end",
        "2017-01-01..2017-02-01 3100; 2017-02-01..2017-03-01 31")]
    // old/finance/change_plans/postpaid.feature: there 31,000,000 and −21,500,000, which is 9,500,000.
    [InlineData("lunch 31000000 arrear", "2009-05-01 on 1 trial 2009-05-06 until 2009-06-02",
        "2009-05-06..2009-06-01 26000000")]
    [InlineData("lunch 31000000 arrear, diplomat 3100000000 arrear",
        "2009-05-01T00:00 on 1 until 2009-06-02; 2009-05-10T12:00 change diplomat",
        "2009-05-01..2009-05-11 9500000; 2009-05-10..2009-06-01 2150000000")]
    [InlineData("beer 0 arrear, diplomat 3100000000 arrear",
        "2009-04-30T00:00 on 1 until 2009-06-02; 2009-05-10T12:00 change diplomat",
        "2009-05-10..2009-06-01 2150000000")]
    // old/finance/postpaid.feature.
    [InlineData("free 0 arrear, variable 200 arrear", "2009-01-10 on 1 until 2009-03-02; 01-20 change variable",
        "2009-01-20..2009-02-01 77.42; 2009-02-01..2009-03-01 200")]
    public async Task Months_of_3scale(string plans, string life, string bills, string events = "")
    {
        var settings = life.Contains("T12", StringComparison.Ordinal) ? "part-count=seconds" : "";

        Assert.Equal(bills, await _life.Bills(plans, life, settings, events));
    }

    // Billing-Logic (github.com/hedgeyedev/Billing-Logic, features/billing/proration_for_days.feature): what was used
    // until 15 March, of thirty days. Left out are its years, which have 365 days in a leap year too.
    [Theory]
    [InlineData("2012-03-10", "2012-03-10..2012-03-15 7.5")]
    [InlineData("2012-02-20", "2012-02-20..2012-03-15 36")]
    [InlineData("2012-03-15", "")]
    public async Task Used_days_of_thirty(string start, string bills) => Assert.Equal(
        bills, await _life.Bills("a 45 arrear", $"{start} until 2012-05-01; 03-15 cancel", "part-divisor=30"));

    public void Dispose() => _life.Dispose();
}
