using BillingActors.Domain.Ratios;
using CsCheck;
using NodaTime;

namespace BillingActors.Domain.Tests.Ratios;

/// <summary>Figures worked by hand.</summary>
public sealed class ReceivablesRatiosTests
{
    private static readonly LocalDate End = new(2026, 3, 31);

    [Fact]
    public void A_quarter_worked_by_hand()
    {
        // 900,000 billed in 90 days, 400,000 owed, of which 250,000 are not due and 150,000 late; 300,000 before.
        var ratios = ReceivablesRatios.Of(new ReceivablesFigures(90, 300_000, 900_000, 400_000, 250_000, 150_000));

        Assert.Equal(40.0m, ratios.OutstandingDays); // 400 / 900 × 90
        Assert.Equal(25.0m, ratios.BestPossibleDays); // 250 / 900 × 90
        Assert.Equal(15.0m, ratios.DelinquentDays);
        Assert.Equal(37.5m, ratios.PastDuePercent); // 150 / 400
        Assert.Equal(84.2m, ratios.EffectivenessPercent); // (300 + 900 − 400) / (300 + 900 − 250) = 800 / 950
    }

    [Fact]
    public void Who_collects_all_that_is_due_is_fully_effective() => Assert.Equal(
        100.0m,
        ReceivablesRatios.Of(new ReceivablesFigures(30, 100, 900, 250, 250, 0)).EffectivenessPercent);

    /// <summary>
    /// Days sales outstanding as others work it out, rounded to one decimal: a year (bit1024.com/tool/DSO-Calculator
    /// and the retailer of tooldone.com/finance/dso-calculator), a quarter (the wholesaler there), and a month
    /// (fool.com/terms/d/days-sales-outstanding).
    /// </summary>
    [Theory]
    [InlineData(5_000_000, 20_000_000, 365, 913)]
    [InlineData(1_800_000, 12_000_000, 365, 548)]
    [InlineData(750_000, 4_500_000, 90, 150)]
    [InlineData(1_800_000, 2_000_000, 30, 270)]
    public void Published_days_sales_outstanding_come_out(long closing, long sales, int days, int tenths) =>
        Assert.Equal(
            tenths / 10m,
            ReceivablesRatios.Of(new ReceivablesFigures(days, 0, sales, closing, 0, 0)).OutstandingDays);

    /// <summary>
    /// The collection effectiveness index as gaviti.com and creditguru.com work it out; the latter takes the average
    /// month of the quarter, 10,890 / 3, as the sales. Over the whole quarter the same figures come to 79.6.
    /// </summary>
    [Theory]
    [InlineData(100_000, 1_000_000, 120_000, 100_000, 980)]
    [InlineData(6_200, 3_630, 6_340, 3_590, 559)]
    [InlineData(6_200, 10_890, 6_340, 3_590, 796)]
    public void Published_collection_effectiveness_comes_out(
        long opening, long sales, long closing, long notDue, int tenths) => Assert.Equal(
            tenths / 10m,
            ReceivablesRatios.Of(new ReceivablesFigures(90, opening, sales, closing, notDue, closing - notDue))
                .EffectivenessPercent);

    // 250 owed and not due, 100 late, and a credit of 150: 200 in all. Of the 1,000 that could be collected 800 were,
    // and of those 1,000 only 100 are not due once the credit is set against them. With 250 it would come to 106.7.
    [Fact]
    public void Credits_make_nobody_more_than_fully_effective()
    {
        var ratios = ReceivablesRatios.Of(new ReceivablesFigures(30, 100, 900, 200, 250, 100));

        Assert.Equal(88.9m, ratios.EffectivenessPercent); // 800 / (1,000 − 100)
        Assert.Equal((6.7m, 3.3m, 3.4m), (ratios.OutstandingDays, ratios.BestPossibleDays, ratios.DelinquentDays));
        Assert.Equal(28.6m, ratios.PastDuePercent); // 100 / 350
    }

    [Fact]
    public void Customers_in_credit_owe_for_no_day()
    {
        var ratios = ReceivablesRatios.Of(new ReceivablesFigures(30, 100, 900, -200, 0, 50));

        Assert.Equal((0m, 0m, 0m), (ratios.OutstandingDays, ratios.BestPossibleDays, ratios.DelinquentDays));
        Assert.Equal(96.0m, ratios.EffectivenessPercent); // 1,200 / 1,250
    }

    [Fact]
    public void No_figure_is_out_of_its_range() =>
        Gen.Select(Gen.Long[-900, 900], Gen.Long[-900, 900], Gen.Long[0, 900], Gen.Long[0, 900], Gen.Long[0, 900])
            .Sample((opening, sales, notDue, pastDue, credits) =>
            {
                var ratios = ReceivablesRatios.Of(new ReceivablesFigures(
                    90, opening, sales, notDue + pastDue - credits, notDue, pastDue));
                Assert.True(ratios.EffectivenessPercent is null or <= 100m);
                Assert.True(ratios.OutstandingDays is null or >= 0m);
                Assert.True(ratios.BestPossibleDays is null or >= 0m);
                Assert.True(ratios.DelinquentDays is null or >= 0m);
                Assert.True(ratios.PastDuePercent is null or (>= 0m and <= 100m));
            });

    /// <summary>
    /// 2,100,000 owed at the end of March after sales of 900,000, 800,000 and 700,000: 31 and 28 days, and 4/7 of
    /// January. Source: calculator7.snowdaycalculatornow.com, debtor days by counting back.
    /// </summary>
    [Fact]
    public void Published_counting_back_comes_out() => Assert.Equal(
        76.7m,
        new ReceivablesHistory(
            [Booked(1, 2_100_000, 700_000), Booked(2, 0, 800_000), Booked(3, 0, 900_000)]).CountbackDays(End, 3));

    [Fact]
    public void Without_sales_there_is_nothing_to_divide_by()
    {
        var ratios = ReceivablesRatios.Of(new ReceivablesFigures(90, 0, 0, 0, 0, 0));

        Assert.Equal(new ReceivablesRatios(null, null, null, null, null), ratios);
    }

    [Fact]
    public void Counting_back_takes_whole_months_off_and_a_share_of_the_last()
    {
        // March 300, February 200, January 400 billed; 600 owed: 31 + 28 days, and a quarter of January's 31.
        var history = new ReceivablesHistory([Booked(1, 400, 400), Booked(2, 200, 200), Booked(3, 0, 300)]);

        Assert.Equal(600, history.ClosingAt(End));
        Assert.Equal(66.8m, history.CountbackDays(End, 12)); // 59 + 7.75
        Assert.Null(history.CountbackDays(End, 2));
    }

    [Fact]
    public void Nothing_owed_is_no_day() =>
        Assert.Equal(0m, new ReceivablesHistory([Booked(1, 0, 400)]).CountbackDays(End, 12));

    [Fact]
    public void Months_close_with_what_was_owed_and_look_at_three_months_of_sales()
    {
        var history = new ReceivablesHistory(
            [Booked(3, -100, 310), Booked(1, 400, 400), Booked(2, 200, 200), new(new(2026, 4, 1), 77, 77)]);

        var months = history.Months(End, 3);

        Assert.Equal(
            [(1, 400L, 400L), (2, 200L, 600L), (3, 310L, 500L)],
            months.Select(month => (month.Month.Month, month.SalesMinor, month.ClosingMinor)));
        Assert.Equal(49.5m, months[2].OutstandingDays); // 500 / 910 × 90
        Assert.Equal(92.0m, months[0].OutstandingDays); // 400 / 400 × (30 + 31 + 31)
        Assert.Equal(510, history.SalesBetween(new(2026, 2, 10), new(2026, 3, 10)));
    }

    [Fact]
    public void The_last_month_ends_on_the_day_that_is_asked_for()
    {
        var history = new ReceivablesHistory([Booked(3, 50, 50), new(new(2026, 3, 20), 5, 5)]);

        Assert.Equal(50, Assert.Single(history.Months(new(2026, 3, 19), 1)).ClosingMinor);
    }

    [Fact]
    public void Ages_of_disputes_are_weighted_by_how_many_there_are()
    {
        var ages = DisputeAges.Of(
        [
            new(End.PlusDays(-10), End.PlusDays(20), 3, 900),
            new(End.PlusDays(-40), End.PlusDays(-1), 1, 100),
        ], End);

        Assert.Equal(new DisputeAges(4, 1000, 17.5m, 40, 1), ages); // (3 × 10 + 40) / 4
        Assert.Equal(new DisputeAges(0, 0, null, null, 0), DisputeAges.Of([], End));
    }

    private static ReceivablesDay Booked(int month, long receivables, long sales) =>
        new(new LocalDate(2026, month, 10), receivables, sales);
}
