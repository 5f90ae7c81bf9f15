using System.Globalization;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Recurring;
using static BillingActors.Domain.Tests.Rating.Given;
using static BillingActors.Domain.Tests.Rating.Subscriptions.GivenLife;

namespace BillingActors.Domain.Tests.Rating.Published;

/// <summary>
/// What the tests of Lago, an open usage biller, expect of a promised amount that is not reached: 10,000 promised and
/// 1,000 billed for a whole period, both cut by days in a first part (spec/scenarios/commitments/minimum, in arrears).
/// </summary>
public sealed class LagoCommitmentTests
{
    private static readonly BillingInterval Week = new(IntervalUnit.Week, 1);

    [Theory]
    [InlineData("week", "calendar", "2023-02-01", "2023-02-06", "6428.57")]
    [InlineData("week", "anniversary", "2023-02-01", "2023-02-08", "9000")]
    [InlineData("month", "calendar", "2023-02-04", "2023-03-01", "8035.71")]
    [InlineData("month", "anniversary", "2023-02-04", "2023-03-04", "9000")]
    [InlineData("quarter", "calendar", "2023-02-04", "2023-04-01", "5600")]
    [InlineData("quarter", "anniversary", "2023-02-04", "2023-05-04", "9000")]
    [InlineData("year", "calendar", "2022-02-01", "2023-01-01", "8235.61")]
    [InlineData("year", "anniversary", "2022-02-04", "2023-02-04", "9000")]
    public void What_is_short_of_a_promise_is_billed(
        string per, string alignment, string start, string until, string expected)
    {
        var interval = per switch { "week" => Week, "month" => Month, "quarter" => Quarter, _ => Year };
        var life = Life(start, until, null, [Plan("a", Fee(1000m, interval, inAdvance: false), Promised(interval))])
            .Set(("billing-alignment", alignment));
        var lines = Bills(life).SelectMany(bill => bill.Rating.Lines);
        Assert.Equal(
            decimal.Parse(expected, CultureInfo.InvariantCulture),
            Assert.Single(lines, line => line.Code == "promised").Amount.ToDecimal());
    }

    // A fee of 100 and a promise of 10,000 a month: each month comes to the promise.
    [Fact]
    public void Each_month_comes_to_the_promise()
    {
        var life = Life("2024-03-01", "2024-06-01", 1,
            [Plan("a", Fee(100m, Month, inAdvance: false), Promised(Month))])
            .Set(("billing-alignment", "calendar"));
        Assert.Equal(
            [10_000m, 10_000m, 10_000m],
            Bills(life).Select(bill => bill.Rating.Lines.Sum(line => line.Amount.ToDecimal())));
    }

    // The tariff that is left keeps its promise for the time it was valid, also on a bill of the day it is left.
    [Theory]
    [InlineData("2024-04-01", "10000,10000,200")]
    [InlineData("2024-04-16", "10000,10000,5100")]
    public void A_promise_holds_to_the_day_its_tariff_is_left(string changedOn, string expected)
    {
        var life = Life("2024-02-01", "2024-05-01", 1,
            [
                Plan("a", Fee(100m, Month, inAdvance: false), Promised(Month)),
                Plan("b", Fee(200m, Month, inAdvance: false)),
            ],
            Change(changedOn, "b")).Set(("billing-alignment", "calendar"));
        var billed = Bills(life).SelectMany(bill => bill.Rating.Lines).ToList();
        Assert.Equal(
            expected,
            string.Join(',', billed.GroupBy(line => line.Period.From.Month).OrderBy(month => month.Key)
                .Select(month => month.Sum(line => line.Amount.ToDecimal()))
                .Select(sum => sum.ToString("0.##", CultureInfo.InvariantCulture))));
    }

    private static CommitmentCharge Promised(BillingInterval interval) => new(
        Head("promised"), interval, 10_000m, null, ChargeSelection.All, CommitmentMode.TrueUp, 1m);
}
