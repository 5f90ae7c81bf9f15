namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// Invoices that the integration tests of Kill Bill, an open subscription biller, expect
/// (beatrix/src/test/java/org/killbill/billing/beatrix/integration). What it calls a repair is a credit here; what it
/// keeps as credit of the account is left out. Its annual plans keep only the day of the month after a pause, ours the
/// day of the year: that case is not here.
/// </summary>
public sealed class KillBillLifeTests : IDisposable
{
    private const string Own = "first-period=whole-interval part-divisor=period-back interval-change=keep";

    private readonly PublishedLife _life = new();

    // TestIntegrationWithDifferentBillingPeriods, TestIntegration, TestCatalogDailyBilling.
    [Theory]
    [InlineData("m 249.95, y 2399.95 per year", "2012-05-01 on 1 until 2013-05-02; 05-12 change y",
        "2012-05-01..2012-06-01 249.95; 2012-05-12..2013-05-01 -161.26 2327.62; 2013-05-01..2014-05-01 2399.95")]
    [InlineData("m 29.95, q 69.95 per quarter", "2012-05-01 on 1 until 2012-08-02; 05-12 change q",
        "2012-05-01..2012-06-01 29.95; 2012-05-12..2012-08-01 -19.32 61.59; 2012-08-01..2012-11-01 69.95")]
    [InlineData("m 249.95", "2012-03-02 on 2 until 2012-05-03; 03-04 pause; 04-05 resume",
        "2012-03-02..2012-04-02 249.95; 2012-03-04..2012-04-02 -233.82; 2012-04-05..2012-05-02 224.96; "
        + "2012-05-02..2012-06-02 249.95")]
    [InlineData("m 249.95", "2012-03-02 on 2 until 2012-03-20; 03-05 pause",
        "2012-03-02..2012-04-02 249.95; 2012-03-05..2012-04-02 -225.76")]
    [InlineData("w 29.95 per week", "2015-05-01 until 2015-05-16",
        "2015-05-01..2015-05-08 29.95; 2015-05-08..2015-05-15 29.95; 2015-05-15..2015-05-22 29.95")]
    [InlineData("y 2399.95 per year, m 249.95", "2012-05-01 on 1 until 2012-07-02; 05-01 change m",
        "2012-05-01..2012-06-01 249.95; 2012-06-01..2012-07-01 249.95; 2012-07-01..2012-08-01 249.95")]
    [InlineData("y 2399.95 per year", "2013-08-18 on 18 until 2014-08-19; 09-17 cancel",
        "2013-08-18..2014-08-18 2399.95; 2013-09-17..2014-08-18 -2202.69")]
    [InlineData("k 29.95 item", "2022-11-27 on 27 quantity 7 until 2022-12-28; 12-12 quantity 10 period-end",
        "2022-11-27..2022-12-27 209.65; 2022-12-27..2023-01-27 299.5")]
    [InlineData("d 1 per day", "2024-04-13 until 2024-04-15", "2024-04-13..2024-04-14 1; 2024-04-14..2024-04-15 1")]
    [InlineData("y 2399.95 per year, a 5999.95 per year", "2015-01-01 on 1 until 2015-04-01; 03-15 change a",
        "2015-01-01..2016-01-01 2399.95; 2015-03-15..2016-01-01 -1919.96 4799.96")]
    public async Task Intervals_and_pauses(string plans, string life, string bills) =>
        Assert.Equal(bills, await _life.Bills(plans, life, Own));

    // TestWithBCDUpdate, TestIntegration: days of billing that are not the first day, and that move.
    [Theory]
    [InlineData("m 249.95", "2016-05-01 on 15 until 2016-05-16",
        "2016-05-01..2016-05-15 116.64; 2016-05-15..2016-06-15 249.95")]
    [InlineData("m 249.95", "2016-05-01 on 1 until 2016-07-16; 05-01 day 15 period-end",
        "2016-05-01..2016-06-01 249.95; 2016-06-01..2016-06-15 112.88; 2016-06-15..2016-07-15 249.95; "
        + "2016-07-15..2016-08-15 249.95")]
    [InlineData("m 249.95, a 599.95", "2016-05-01 on 1 until 2016-05-11; 05-05 change a; 05-05 day 10",
        "2016-05-01..2016-06-01 249.95; 2016-05-05..2016-06-01 -217.7 99.99; 2016-05-10..2016-06-10 599.95")]
    [InlineData("m 249.95, a 599.95", "2016-05-01 on 1 until 2016-06-02; 05-05 change a; 05-05 day 10 period-end",
        "2016-05-01..2016-06-01 249.95; 2016-05-05..2016-06-01 -217.7 522.54; 2016-06-01..2016-06-10 174.18")]
    [InlineData("y 2399.95 per year", "2016-05-01 on 1 until 2017-05-11; 05-01 day 10 period-end",
        "2016-05-01..2017-05-01 2399.95; 2017-05-01..2017-05-10 59.18; 2017-05-10..2018-05-10 2399.95")]
    [InlineData("b 29.95", "2018-08-15 on 21 until 2018-08-16", "2018-08-15..2018-08-21 5.8")]
    [InlineData("a 599.95", "2012-03-02 on 31 until 2012-03-03", "2012-03-02..2012-03-31 561.24")]
    [InlineData("a 599.95", "2012-03-02 on 3 until 2012-03-04",
        "2012-03-02..2012-03-03 20.69; 2012-03-03..2012-04-03 599.95")]
    [InlineData("m 29.95", "2015-04-01 on 1 trial 2015-05-01 until 2015-06-02",
        "2015-05-01..2015-06-01 29.95; 2015-06-01..2015-07-01 29.95")]
    [InlineData("m 249.95", "2016-05-01 on 1 until 2016-08-11; 05-01 day 15 period-end; 06-15 day 10 period-end",
        "2016-05-01..2016-06-01 249.95; 2016-06-01..2016-06-15 112.88; 2016-06-15..2016-07-15 249.95; "
        + "2016-07-15..2016-08-10 209.64; 2016-08-10..2016-09-10 249.95")]
    [InlineData("m 1999.95", "2016-06-01 on 1 until 2016-08-05; 06-04 day 4 period-end",
        "2016-06-01..2016-07-01 1999.95; 2016-07-01..2016-07-04 200; 2016-07-04..2016-08-04 1999.95; "
        + "2016-08-04..2016-09-04 1999.95")]
    [InlineData("m 249.95, y 2399.95 per year", "2016-07-01 on 10 until 2016-08-02; 08-01 change y; 08-01 day 1",
        "2016-07-01..2016-07-10 74.99; 2016-07-10..2016-08-10 249.95; 2016-08-01..2017-08-01 -72.57 2399.95")]
    public async Task Billing_days(string plans, string life, string bills) =>
        Assert.Equal(bills, await _life.Bills(plans, life, Own));

    // TestIntegrationInvoiceWithRepairLogic, TestIntegration, TestWithPriceOverride, TestWithBCDUpdate.
    [Theory]
    [InlineData("p 19.95, b 29.95", "2018-06-21 on 15 until 2018-08-16; 07-15 change b period-end",
        "2018-06-21..2018-07-15 15.96; 2018-07-15..2018-08-15 19.95; 2018-08-15..2018-09-15 29.95")]
    [InlineData("a 599.95, p 29.95", "2012-03-02 on 31 until 2012-07-01; 03-03 change p period-end",
        "2012-03-02..2012-03-31 561.24; 2012-03-31..2012-04-30 29.95; 2012-04-30..2012-05-31 29.95; "
        + "2012-05-31..2012-06-30 29.95; 2012-06-30..2012-07-31 29.95")]
    [InlineData("a 599.95, p 29.95", "2012-03-02 on 2 until 2012-06-03; 03-03 change p period-end",
        "2012-03-02..2012-04-02 599.95; 2012-04-02..2012-05-02 29.95; 2012-05-02..2012-06-02 29.95; "
        + "2012-06-02..2012-07-02 29.95")]
    [InlineData("m 249.95, b 9.95", "2012-05-01 on 1 until 2012-05-03; 05-02 change b",
        "2012-05-01..2012-06-01 249.95; 2012-05-02..2012-06-01 -241.89 9.63")]
    [InlineData("a 599.95, b 9.95, p 29.95", "2012-05-01 on 1 until 2012-07-02; 05-07 change b; 05-08 change p",
        "2012-05-01..2012-06-01 599.95; 2012-05-07..2012-06-01 -483.83 8.02; "
        + "2012-05-08..2012-06-01 -7.7 23.19; 2012-06-01..2012-07-01 29.95; 2012-07-01..2012-08-01 29.95")]
    [InlineData("m 249.95, o 279.95", "2012-05-01 on 1 until 2012-06-02; 05-02 change o",
        "2012-05-01..2012-06-01 249.95; 2012-05-02..2012-06-01 -241.89 270.92; 2012-06-01..2012-07-01 279.95")]
    public async Task Changes_of_plan(string plans, string life, string bills) =>
        Assert.Equal(bills, await _life.Bills(plans, life, Own));

    // TestWithInArrearSubscriptions, TestInArrearChangeCancel, TestInArrearUsagePST.
    [Theory]
    [InlineData("b 100 arrear", "2020-01-01 on 1 until 2020-06-01; 03-01 cancel",
        "2020-01-01..2020-02-01 100; 2020-02-01..2020-03-01 100")]
    [InlineData("b 100 arrear", "2020-01-01 on 1 until 2020-03-02; 01-15 pause; 01-20 resume",
        "2020-01-01..2020-01-15 45.16; 2020-01-20..2020-02-01 38.71; 2020-02-01..2020-03-01 100")]
    [InlineData("p 900 arrear", "2012-04-01 on 1 until 2012-06-01; 04-11 cancel", "2012-04-01..2012-04-11 300")]
    [InlineData("p 1000 arrear", "2012-04-01 on 1 until 2012-06-01; 04-11 cancel", "2012-04-01..2012-04-11 333.33")]
    [InlineData("p 900 arrear", "2012-04-01 on 1 until 2012-07-01; 05-11 cancel",
        "2012-04-01..2012-05-01 900; 2012-05-01..2012-05-11 290.32")]
    [InlineData("p 1000 arrear", "2012-04-01 on 1 until 2012-07-01; 05-11 cancel",
        "2012-04-01..2012-05-01 1000; 2012-05-01..2012-05-11 322.58")]
    [InlineData("p 900 arrear", "2023-08-11 on 11 until 2023-10-01; 08-20 cancel", "2023-08-11..2023-08-20 261.29")]
    [InlineData("p 900 arrear", "2023-08-11 on 11 until 2023-10-01; 08-15 cancel", "2023-08-11..2023-08-15 116.13")]
    [InlineData("p 1000 arrear", "2025-03-31 on 31 until 2025-06-01",
        "2025-03-31..2025-04-30 1000; 2025-04-30..2025-05-31 1000")]
    [InlineData("p 300 arrear", "2025-05-30 on 31 until 2025-06-01", "2025-05-30..2025-05-31 9.68")]
    [InlineData("p 100 arrear", "2024-01-31 on 31 until 2024-03-01", "2024-01-31..2024-02-29 100")]
    public async Task Charges_in_arrears(string plans, string life, string bills) =>
        Assert.Equal(bills, await _life.Bills(plans, life, Own));

    // TestInvoiceFixedProration: months of thirty days.
    [Theory]
    [InlineData("p 19.95", "2023-05-15 on 23 until 2023-05-16", "2023-05-15..2023-05-23 5.32")]
    [InlineData("p 19.95", "2023-06-15 on 23 until 2023-06-16", "2023-06-15..2023-06-23 5.32")]
    [InlineData("p 19.95", "2023-05-23 on 15 until 2023-05-24", "2023-05-23..2023-06-15 14.63")]
    [InlineData("p 19.95", "2023-06-23 on 15 until 2023-06-24", "2023-06-23..2023-07-15 14.63")]
    [InlineData("p 19.95", "2023-04-23 on 23 until 2023-05-16; 05-15 cancel",
        "2023-04-23..2023-05-23 19.95; 2023-05-15..2023-05-23 -5.32")]
    [InlineData("p 19.95", "2023-05-23 on 23 until 2023-06-16; 06-15 cancel",
        "2023-05-23..2023-06-23 19.95; 2023-06-15..2023-06-23 -5.32")]
    [InlineData("p 19.95", "2023-05-15 on 15 until 2023-05-24; 05-23 cancel",
        "2023-05-15..2023-06-15 19.95; 2023-05-23..2023-06-15 -14.63")]
    [InlineData("p 19.95", "2023-06-15 on 15 until 2023-06-24; 06-23 cancel",
        "2023-06-15..2023-07-15 19.95; 2023-06-23..2023-07-15 -14.63")]
    [InlineData("p 19.95", "2023-05-15 on 23 until 2023-06-16; 06-15 cancel",
        "2023-05-15..2023-05-23 5.32; 2023-05-23..2023-06-23 19.95; 2023-06-15..2023-06-23 -5.32")]
    [InlineData("p 19.95", "2023-05-23 on 15 until 2023-06-24; 06-23 cancel",
        "2023-05-23..2023-06-15 14.63; 2023-06-15..2023-07-15 19.95; 2023-06-23..2023-07-15 -14.63")]
    public async Task Months_of_thirty_days(string plans, string life, string bills) =>
        Assert.Equal(bills, await _life.Bills(plans, life, $"{Own} part-count=thirty-day-month"));

    // usage/TestUsageInArrear, TestUsageUpgradeWithBlock, TestInArrearWithCatalogVersions, TestUsagePriceOverride.
    [Theory]
    [InlineData("u 0 arrear block 100 at 2.95", "2012-04-01 on 1 until 2012-05-17; 05-16 cancel",
        "04-01 99, 04-15 100, 05-01 50, 05-16 300",
        "2012-04-01..2012-05-01 5.9; 2012-05-01..2012-05-17 11.8",
        "last-day=inclusive")]
    [InlineData("u 0 arrear block 100 at 2.95", "2012-04-01 on 1 until 2012-06-02; 06-01 cancel",
        "04-01 99, 04-15 100, 05-01 50, 06-01 300",
        "2012-04-01..2012-05-01 5.9; 2012-05-01..2012-06-01 2.95; 2012-06-01..2012-06-02 8.85",
        "last-day=inclusive")]
    [InlineData("u 0 arrear block 100 at 2.95", "2012-04-01 on 1 until 2012-07-02",
        "04-01 99, 04-15 100, 05-01 50, 06-01 300",
        "2012-04-01..2012-05-01 5.9; 2012-05-01..2012-06-01 2.95; 2012-06-01..2012-07-01 8.85")]
    [InlineData("u 0 arrear block 100 at 2.95", "2012-04-01 on 1 until 2012-07-02",
        "04-01 99, 04-15 100, 06-01 50, 06-16 300", "2012-04-01..2012-05-01 5.9; 2012-06-01..2012-07-01 11.8")]
    [InlineData("u 0 arrear block 100 at 2.95", "2012-04-01 on 1 until 2012-05-29; 05-28 cancel",
        "04-01 99, 04-15 100, 05-03 99, 05-05 100, 05-29 100",
        "2012-04-01..2012-05-01 5.9; 2012-05-01..2012-05-28 5.9")]
    [InlineData("l 0 arrear block 1 at 1, h 0 arrear block 1 at 3", "2026-05-28 on 28 until 2026-06-29; 06-18 change h",
        "05-28 10, 06-01 5, 06-05 8, 06-10 3, 06-15 7, 06-18 4",
        "2026-05-28..2026-06-18 33; 2026-06-18..2026-06-28 12")]
    [InlineData("l 20 block 1 at 1, h 20 block 1 at 3", "2026-06-01 on 1 until 2026-07-02; 06-16 change h",
        "06-01 10, 06-05 5, 06-10 8, 06-16 3, 06-22 4",
        "2026-06-01..2026-07-01 20; 2026-06-01..2026-08-01 -10 23 10 20 21",
        "change-billing=next-bill")]
    [InlineData("k 0 arrear block 1 at 1.5, s 0 arrear block 1 at 1",
        "2016-04-01 on 1 until 2016-06-02; 05-07 change s",
        "04-01 143, 04-18 57, 05-02 100, 05-10 100",
        "2016-04-01..2016-05-01 300; 2016-05-01..2016-05-07 150; 2016-05-07..2016-06-01 100")]
    [InlineData("o 6.05 block 1 at 1.25", "2024-11-14 on 14 until 2024-12-15",
        "11-14 10", "2024-11-14..2024-12-14 6.05; 2024-11-14..2025-01-14 6.05 12.5")]
    public async Task Usage_in_arrears(string plans, string life, string events, string bills, string settings = "") =>
        Assert.Equal(bills, await _life.Bills(plans, life, $"{Own} {settings}", events));

    public void Dispose() => _life.Dispose();
}
