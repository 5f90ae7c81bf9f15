using System.Globalization;
using BillingActors.Domain.Rating.Subscriptions;
using BillingActors.Domain.Tariffs.Recurring;
using static BillingActors.Domain.Tests.Rating.Given;
using static BillingActors.Domain.Tests.Rating.Subscriptions.GivenLife;

namespace BillingActors.Domain.Tests.Rating.Published;

/// <summary>
/// Numbers of billing cycles that the tests of Kill Bill, an open subscription biller, expect of charges in advance:
/// from a start, with or without an end that is known, up to a target day that counts (invoice, proRations/inAdvance).
/// </summary>
public sealed class KillBillProrationTests
{
    private const decimal Price = 10_000m;

    [Theory]
    [InlineData("2010-06-17", "2010-07-25", "2010-06-17", 17, "1/1")]
    [InlineData("2010-06-17", "2010-07-25", "2010-06-20", 17, "1/1")]
    [InlineData("2010-06-17", "2010-07-25", "2010-07-17", 17, "39/31")]
    [InlineData("2010-06-17", "2010-07-25", "2010-07-18", 17, "39/31")]
    [InlineData("2010-06-17", "2010-07-25", "2010-07-25", 17, "39/31")]
    [InlineData("2010-06-17", "2010-07-25", "2010-07-30", 17, "39/31")]
    [InlineData("2010-12-15", "2011-03-17", "2011-03-15", 15, "95/31")]
    [InlineData("2010-12-15", null, "2011-01-16", 15, "2/1")]
    [InlineData("2011-01-01", "2011-02-27", "2011-01-01", 15, "14/31")]
    [InlineData("2011-01-01", "2011-02-27", "2011-01-07", 15, "14/31")]
    [InlineData("2011-01-01", "2011-02-27", "2011-01-15", 15, "45/31")]
    [InlineData("2011-01-01", "2011-02-27", "2011-01-22", 15, "45/31")]
    [InlineData("2011-01-01", "2011-02-27", "2011-02-26", 15, "408/217")]
    [InlineData("2011-01-01", "2011-02-27", "2011-02-27", 15, "408/217")]
    [InlineData("2011-01-01", "2011-02-27", "2011-03-07", 15, "408/217")]
    [InlineData("2011-01-01", "2011-04-27", "2011-02-26", 15, "76/31")]
    [InlineData("2011-01-31", "2011-03-10", "2011-04-21", 7, "41/31")]
    [InlineData("2011-02-01", "2011-02-14", "2011-03-01", 1, "13/28")]
    [InlineData("2011-02-01", "2011-02-15", "2011-03-01", 1, "1/2")]
    [InlineData("2011-02-01", "2011-04-13", "2011-02-01", 13, "12/31")]
    [InlineData("2011-02-01", "2011-04-13", "2011-02-04", 13, "12/31")]
    [InlineData("2011-02-01", "2011-04-13", "2011-02-13", 13, "43/31")]
    [InlineData("2011-02-01", "2011-04-13", "2011-04-10", 13, "74/31")]
    [InlineData("2011-02-01", "2011-04-13", "2011-04-13", 13, "74/31")]
    [InlineData("2011-02-01", null, "2011-02-01", 13, "12/31")]
    [InlineData("2011-02-01", null, "2011-02-04", 13, "12/31")]
    [InlineData("2011-02-01", null, "2011-02-13", 13, "43/31")]
    [InlineData("2011-02-01", null, "2011-04-13", 13, "105/31")]
    [InlineData("2011-02-03", "2011-02-17", "2011-03-01", 3, "1/2")]
    [InlineData("2011-02-03", "2011-02-17", "2011-03-03", 3, "1/2")]
    [InlineData("2011-02-03", "2011-02-17", "2011-03-04", 3, "1/2")]
    [InlineData("2011-02-07", "2011-02-15", "2011-04-21", 7, "2/7")]
    [InlineData("2011-02-07", "2011-03-07", "2011-04-21", 7, "1/1")]
    [InlineData("2011-02-07", "2011-03-10", "2011-04-21", 7, "34/31")]
    [InlineData("2011-02-10", "2011-02-24", "2011-03-06", 10, "1/2")]
    [InlineData("2011-02-14", null, "2011-03-01", 27, "44/31")]
    [InlineData("2011-02-14", null, "2011-03-01", 31, "45/31")]
    [InlineData("2011-02-15", null, "2011-03-01", 15, "1/1")]
    [InlineData("2011-02-15", null, "2011-04-21", 15, "3/1")]
    [InlineData("2011-02-17", null, "2011-03-01", 3, "1/2")]
    [InlineData("2011-02-17", null, "2011-03-03", 3, "3/2")]
    [InlineData("2011-02-17", null, "2011-03-04", 3, "3/2")]
    [InlineData("2011-02-20", "2011-03-06", "2011-03-09", 20, "1/2")]
    [InlineData("2011-02-24", null, "2011-03-06", 10, "1/2")]
    [InlineData("2011-03-06", null, "2011-03-09", 6, "1/1")]
    [InlineData("2011-03-07", null, "2011-04-21", 15, "16/7")]
    [InlineData("2011-03-10", null, "2011-04-21", 15, "61/28")]
    [InlineData("2012-01-15", null, "2012-02-03", 15, "1/1")]
    [InlineData("2012-01-30", null, "2012-03-01", 30, "2/1")]
    [InlineData("2012-02-01", "2012-02-15", "2012-02-19", 1, "14/29")]
    [InlineData("2012-02-15", null, "2012-03-15", 15, "2/1")]
    public void Months(string start, string? end, string target, int day, string cycles) =>
        Assert.Equal(Cycles(cycles), Billed(Month, (start, end, target), day), 12);

    [Theory]
    [InlineData("2010-06-17", "2010-09-25", "2010-06-17", 17, "1/1")]
    [InlineData("2010-06-17", "2010-09-25", "2010-06-20", 17, "1/1")]
    [InlineData("2010-06-17", "2010-09-25", "2010-09-17", 17, "99/91")]
    [InlineData("2010-06-17", "2010-09-25", "2010-09-18", 17, "99/91")]
    [InlineData("2010-06-17", "2010-09-25", "2010-09-25", 17, "99/91")]
    [InlineData("2010-06-17", "2010-09-25", "2010-09-30", 17, "99/91")]
    [InlineData("2010-12-15", "2011-06-17", "2011-06-15", 15, "93/46")]
    [InlineData("2010-12-15", null, "2011-01-16", 15, "1/1")]
    [InlineData("2011-01-01", "2011-04-27", "2011-01-01", 15, "7/46")]
    [InlineData("2011-01-01", "2011-04-27", "2011-01-07", 15, "7/46")]
    [InlineData("2011-01-01", "2011-04-27", "2011-01-15", 15, "53/46")]
    [InlineData("2011-01-01", "2011-04-27", "2011-01-22", 15, "53/46")]
    [InlineData("2011-01-01", "2011-04-27", "2011-04-15", 15, "5375/4186")]
    [InlineData("2011-01-01", "2011-04-27", "2011-04-26", 15, "5375/4186")]
    [InlineData("2011-01-01", "2011-04-27", "2011-04-27", 15, "5375/4186")]
    [InlineData("2011-01-01", "2011-04-27", "2011-05-07", 15, "5375/4186")]
    [InlineData("2011-01-01", "2011-08-27", "2011-06-26", 15, "99/46")]
    [InlineData("2011-01-31", "2011-05-10", "2011-05-21", 7, "1496/1365")]
    [InlineData("2011-02-01", "2011-02-14", "2011-03-01", 1, "13/89")]
    [InlineData("2011-02-01", "2011-02-14", "2011-05-01", 1, "13/89")]
    [InlineData("2011-02-01", "2011-02-15", "2011-03-01", 1, "14/89")]
    [InlineData("2011-02-01", "2011-08-13", "2011-02-01", 13, "3/23")]
    [InlineData("2011-02-01", "2011-08-13", "2011-02-04", 13, "3/23")]
    [InlineData("2011-02-01", "2011-08-13", "2011-02-13", 13, "26/23")]
    [InlineData("2011-02-01", "2011-08-13", "2011-08-10", 13, "49/23")]
    [InlineData("2011-02-01", "2011-08-13", "2011-08-13", 13, "49/23")]
    [InlineData("2011-02-01", "2011-08-13", "2011-09-10", 13, "49/23")]
    [InlineData("2011-02-01", null, "2011-02-01", 13, "3/23")]
    [InlineData("2011-02-01", null, "2011-02-04", 13, "3/23")]
    [InlineData("2011-02-01", null, "2011-02-13", 13, "26/23")]
    [InlineData("2011-02-01", null, "2011-06-13", 13, "49/23")]
    [InlineData("2011-02-03", "2011-02-17", "2011-05-03", 3, "14/89")]
    [InlineData("2011-02-03", "2011-02-17", "2011-05-04", 3, "14/89")]
    [InlineData("2011-02-07", "2011-02-15", "2011-09-21", 7, "8/89")]
    [InlineData("2011-02-07", "2011-05-07", "2011-07-21", 7, "1/1")]
    [InlineData("2011-02-07", "2011-05-10", "2011-09-21", 7, "95/92")]
    [InlineData("2011-02-10", "2011-02-24", "2011-03-06", 10, "14/89")]
    [InlineData("2011-02-14", null, "2011-03-01", 31, "53/46")]
    [InlineData("2011-02-14", null, "2011-05-01", 27, "105/92")]
    [InlineData("2011-02-15", null, "2011-03-01", 15, "1/1")]
    [InlineData("2011-02-15", null, "2011-09-21", 15, "3/1")]
    [InlineData("2011-02-17", null, "2011-05-03", 3, "164/89")]
    [InlineData("2011-02-17", null, "2011-05-04", 3, "164/89")]
    [InlineData("2011-02-20", "2011-03-06", "2011-03-09", 20, "14/89")]
    [InlineData("2011-02-24", null, "2011-03-06", 10, "75/89")]
    [InlineData("2011-03-06", null, "2011-03-09", 6, "1/1")]
    [InlineData("2011-05-07", null, "2011-07-21", 15, "97/89")]
    [InlineData("2011-05-10", null, "2011-05-21", 15, "94/89")]
    [InlineData("2011-05-10", null, "2011-09-21", 15, "183/89")]
    [InlineData("2012-01-15", null, "2012-02-03", 15, "1/1")]
    [InlineData("2012-01-30", null, "2012-03-01", 30, "1/1")]
    [InlineData("2012-02-01", "2012-02-15", "2012-02-19", 1, "7/45")]
    [InlineData("2012-02-15", null, "2012-03-15", 15, "1/1")]
    public void Quarters(string start, string? end, string target, int day, string cycles) =>
        Assert.Equal(Cycles(cycles), Billed(Quarter, (start, end, target), day), 12);

    [Theory]
    [InlineData("2010-06-17", "2011-06-25", "2010-06-20", 17, "1/1")]
    [InlineData("2010-06-17", "2011-06-25", "2011-06-17", 17, "187/183")]
    [InlineData("2010-06-17", "2011-06-25", "2011-06-18", 17, "187/183")]
    [InlineData("2010-06-17", "2011-06-25", "2011-06-25", 17, "187/183")]
    [InlineData("2010-06-17", "2011-06-25", "2011-07-30", 17, "187/183")]
    [InlineData("2010-06-17", "2012-06-25", "2010-06-17", 17, "1/1")]
    [InlineData("2010-12-15", null, "2012-01-13", 4, "719/365")]
    [InlineData("2011-01-01", "2012-01-27", "2011-01-01", 15, "14/365")]
    [InlineData("2011-01-01", "2012-01-27", "2011-01-07", 15, "14/365")]
    [InlineData("2011-01-01", "2012-01-27", "2011-01-15", 15, "379/365")]
    [InlineData("2011-01-01", "2012-01-27", "2011-01-22", 15, "379/365")]
    [InlineData("2011-01-01", "2012-01-27", "2012-01-15", 15, "23849/22265")]
    [InlineData("2011-01-01", "2012-01-27", "2012-01-17", 15, "23849/22265")]
    [InlineData("2011-01-01", "2012-01-27", "2012-01-27", 15, "23849/22265")]
    [InlineData("2011-01-01", "2012-01-27", "2012-03-07", 15, "23849/22265")]
    [InlineData("2011-01-01", "2013-04-27", "2012-02-26", 15, "744/365")]
    [InlineData("2011-01-10", "2012-03-04", "2012-04-05", 17, "153307/133590")]
    [InlineData("2011-01-31", null, "2011-02-24", 15, "349/365")]
    [InlineData("2011-02-01", "2012-02-13", "2011-02-01", 13, "12/365")]
    [InlineData("2011-02-01", "2012-02-13", "2011-02-04", 13, "12/365")]
    [InlineData("2011-02-01", "2012-02-13", "2011-02-13", 13, "377/365")]
    [InlineData("2011-02-01", "2012-02-13", "2011-04-10", 13, "377/365")]
    [InlineData("2011-02-01", "2012-02-13", "2012-02-13", 13, "377/365")]
    [InlineData("2011-02-01", "2012-02-13", "2012-04-10", 13, "377/365")]
    [InlineData("2011-02-01", null, "2011-02-01", 13, "12/365")]
    [InlineData("2011-02-01", null, "2011-02-04", 13, "12/365")]
    [InlineData("2011-02-01", null, "2011-02-13", 13, "377/365")]
    [InlineData("2011-02-01", null, "2011-04-13", 13, "377/365")]
    public void Years(string start, string? end, string target, int day, string cycles) =>
        Assert.Equal(Cycles(cycles), Billed(Year, (start, end, target), day), 12);

    private static decimal Cycles(string fraction)
    {
        var parts = fraction.Split('/');
        return decimal.Parse(parts[0], CultureInfo.InvariantCulture)
            / decimal.Parse(parts[1], CultureInfo.InvariantCulture);
    }

    private static decimal Billed(BillingInterval interval, (string Start, string? End, string Target) days, int day)
    {
        var horizon = Day(days.Target).PlusDays(1).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
        SubscriptionAction[] actions = days.End is { } end
            ? [new SubscriptionAction.Cancel(At(end), null) { Announced = Day(days.Start) }]
            : [];
        var life = Life(days.Start, horizon, day, [Plan("a", Fee(Price, interval))], actions)
            .Set(("first-period", "whole-interval"), ("part-divisor", "period-back"));
        return Bills(life).Sum(bill => bill.Rating.Lines.Sum(line => line.ExactAmount)) / Price;
    }
}
