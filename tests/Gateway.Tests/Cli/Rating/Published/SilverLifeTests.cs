namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// Documents that the tests of Silver expect, an open biller of subscriptions (github.com/silverapp/silver,
/// silver/tests/commands/test_generate_docs.py): plans of 200 by calendar months in advance with trials, and units at
/// 2.50 in arrears. Left out are its credits for what a trial would have cost, which come to nothing.
/// </summary>
public sealed class SilverLifeTests : IDisposable
{
    private const string Calendar = "billing-alignment=calendar";
    private const string Units = "s 200 block 1 at 2.50";

    private readonly PublishedLife _life = new();

    // A part of a month from its start on, or from the day after the trial.
    [Theory]
    [InlineData("s 200", "2015-05-20 until 2015-06-02", "2015-05-20..2015-06-01 77.42; 2015-06-01..2015-07-01 200")]
    [InlineData("s 200", "2015-02-15 until 2015-02-28", "2015-02-15..2015-03-01 100")]
    [InlineData("s 200", "2014-01-01 until 2014-01-02", "2014-01-01..2014-02-01 200")]
    [InlineData("s 200", "2015-05-20 trial 2015-06-13 until 2015-06-14", "2015-06-13..2015-07-01 120")]
    [InlineData("s 200", "2015-02-04 trial 2015-02-18 until 2015-03-02",
        "2015-02-18..2015-03-01 78.57; 2015-03-01..2015-04-01 200")]
    [InlineData("s 200", "2015-02-01 trial 2015-02-08 until 2015-03-02",
        "2015-02-08..2015-03-01 150; 2015-03-01..2015-04-01 200")]
    [InlineData("s 200", "2015-02-01 trial 2015-02-09 until 2015-02-28", "2015-02-09..2015-03-01 142.86")]
    [InlineData("s 200", "2015-02-20 trial 2015-03-06 until 2015-03-07", "2015-03-06..2015-04-01 167.74")]
    [InlineData("s 200", "2015-05-20 trial 2015-06-03 until 2015-06-04", "2015-06-03..2015-07-01 186.67")]
    [InlineData("s 200", "2015-01-25 trial 2015-02-09 until 2015-02-10", "2015-02-09..2015-03-01 142.86")]
    // Weeks, and years.
    [InlineData("s 200 per week", "2015-01-23 trial 2015-02-07 until 2015-02-08", "2015-02-07..2015-02-09 57.14")]
    [InlineData("s 200 per year", "2015-01-23 trial 2015-02-22 until 2015-02-23", "2015-02-22..2016-01-01 171.51")]
    [InlineData("s 200 per year", "2015-01-23 until 2015-01-24", "2015-01-23..2016-01-01 187.95")]
    // Ended within a trial, and at the end of the month.
    [InlineData("s 200", "2015-01-03 trial 2015-01-10 until 2015-03-01; 01-07 cancel", "")]
    [InlineData("s 200", "2015-05-20 until 2015-08-01; 05-27 cancel period-end", "2015-05-20..2015-06-01 77.42")]
    public async Task Months(string plan, string life, string bills) =>
        Assert.Equal(bills, await _life.Bills(plan, life, Calendar));

    // 50 units at 2.50; 20 of 40 and 20 of 200 are beyond what is included; 5 of the month that ended the contract.
    [Theory]
    [InlineData(Units, "2015-02-01 until 2015-03-02", "02-10 50",
        "2015-02-01..2015-03-01 200; 2015-02-01..2015-04-01 200 125")]
    [InlineData(Units, "2015-06-01 until 2015-07-02", "06-10 20",
        "2015-06-01..2015-07-01 200; 2015-06-01..2015-08-01 200 50")]
    [InlineData(Units, "2015-06-01 until 2015-07-02", "06-10 20, 06-11 40, 06-11 40, 06-15 40, 06-20 40",
        "2015-06-01..2015-07-01 200; 2015-06-01..2015-08-01 200 450")]
    [InlineData(Units, "2015-05-20 until 2015-06-02; 06-01 cancel", "05-27 5",
        "2015-05-20..2015-06-01 77.42; 2015-05-20..2015-06-01 12.5")]
    public async Task Units_in_arrears(string plan, string life, string events, string bills) =>
        Assert.Equal(bills, await _life.Bills(plan, life, Calendar, events));

    // Of 20 units that are included half a month has ten: two of twelve are billed.
    [Theory]
    [InlineData("2015-02-15 until 2015-03-02", "02-20 12",
        "2015-02-15..2015-03-01 100; 2015-02-15..2015-04-01 200 5")]
    [InlineData("2015-02-15 until 2015-03-02", "02-20 10", "2015-02-15..2015-03-01 100; 2015-02-15..2015-04-01 200")]
    public async Task Units_that_are_included(string life, string events, string bills) => Assert.Equal(
        bills, await _life.Bills("s 200 block 1 at 2.50 free 20", life, $"{Calendar} part-limits=by-days", events));

    public void Dispose() => _life.Dispose();
}
