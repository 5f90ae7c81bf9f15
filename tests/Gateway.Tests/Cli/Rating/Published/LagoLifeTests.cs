namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// Fees of subscriptions in the tests of Lago (getlago/lago-api, spec/services/fees/subscription_service_spec.rb and
/// spec/scenarios), by the calendar or by the day of the start.
/// </summary>
public sealed class LagoLifeTests : IDisposable
{
    private const string Calendar = "billing-alignment=calendar";

    private readonly PublishedLife _life = new();

    // subscription_service_spec.rb: a fee of 1.00 in arrears and in advance, whole, from a day on, after a trial.
    [Theory]
    [InlineData("m 1 arrear", "2022-01-01 until 2022-02-02", "2022-01-01..2022-02-01 1")]
    [InlineData("m 1", "2022-01-01 until 2022-01-02", "2022-01-01..2022-02-01 1")]
    [InlineData("m 1 arrear", "2022-01-01 trial 2022-01-04 until 2022-02-02", "2022-01-04..2022-02-01 0.9")]
    [InlineData("m 1 arrear", "2022-03-15 until 2022-04-02", "2022-03-15..2022-04-01 0.55")]
    [InlineData("m 1", "2022-03-15 until 2022-03-16", "2022-03-15..2022-04-01 0.55")]
    [InlineData("m 1 arrear", "2022-03-15 trial 2022-03-18 until 2022-04-02", "2022-03-18..2022-04-01 0.45")]
    [InlineData("m 1 arrear", "2022-03-15 trial 2022-04-29 until 2022-04-02", "")]
    [InlineData("w 1 per week arrear", "2022-06-20 until 2022-06-28", "2022-06-20..2022-06-27 1")]
    [InlineData("w 1 per week arrear", "2022-06-20 trial 2022-06-23 until 2022-06-28", "2022-06-23..2022-06-27 0.57")]
    [InlineData("w 1 per week arrear", "2022-06-22 until 2022-06-28", "2022-06-22..2022-06-27 0.71")]
    [InlineData("w 1 per week", "2022-06-22 until 2022-06-23", "2022-06-22..2022-06-27 0.71")]
    [InlineData("w 1 per week arrear", "2022-06-22 trial 2022-06-25 until 2022-06-28", "2022-06-25..2022-06-27 0.29")]
    [InlineData("y 1 per year arrear", "2022-01-01 until 2023-01-02", "2022-01-01..2023-01-01 1")]
    [InlineData("y 1 per year arrear", "2022-03-15 until 2023-01-02", "2022-03-15..2023-01-01 0.8")]
    [InlineData("y 1 per year", "2022-03-15 until 2022-03-16", "2022-03-15..2023-01-01 0.8")]
    // Ended on 20 March, which counts, on a Wednesday, and by an upgrade on the day.
    [InlineData("m 1 arrear", "2022-02-15 until 2022-04-02; 03-20 cancel",
        "2022-02-15..2022-03-01 0.5; 2022-03-01..2022-03-21 0.65", "last-day=inclusive")]
    [InlineData("w 1 per week arrear", "2022-03-14 until 2022-04-02; 03-16 cancel", "2022-03-14..2022-03-17 0.43",
        "last-day=inclusive")]
    [InlineData("m 1 arrear, n 0 arrear", "2022-03-01 until 2022-03-31; 03-20 change n",
        "2022-03-01..2022-03-20 0.61")]
    public async Task Fees_by_the_calendar(string plans, string life, string bills, string settings = "") =>
        Assert.Equal(bills, await _life.Bills(plans, life, $"{Calendar} {settings}"));

    [Theory]
    // upgrade_proration_spec.rb: quarters of 91 days, of which 32 are used.
    [InlineData("q 910 per quarter arrear", "2024-05-20 until 2024-08-01; 06-20 cancel", "2024-05-20..2024-06-21 320",
        Calendar + " last-day=inclusive")]
    // downgrade_spec.rb: months from the 19th on, then a year whose first part ends on the day of the start.
    [InlineData("m 129, y 1188 per year", "2023-07-19 until 2024-07-18; 11-09 change y period-end",
        "2023-07-19..2023-08-19 129; 2023-08-19..2023-09-19 129; 2023-09-19..2023-10-19 129; "
        + "2023-10-19..2023-11-19 129; 2023-11-19..2024-07-19 788.75", "interval-change=keep")]
    // free_trial_billing_spec.rb: 50,000 without a trial, after ten days of it, 100,000 after thirteen.
    [InlineData("m 50000", "2024-03-05 until 2024-03-06", "2024-03-05..2024-04-01 43548.39", Calendar)]
    [InlineData("m 50000", "2024-03-05 trial 2024-03-15 until 2024-03-16", "2024-03-15..2024-04-01 27419.35", Calendar)]
    [InlineData("m 100000", "2024-03-05 trial 2024-03-18 until 2024-04-02",
        "2024-03-18..2024-04-01 45161.29; 2024-04-01..2024-05-01 100000", Calendar)]
    // terminate_pay_in_advance_spec.rb: 50 a month, ended on the day it began, which counts. There 37.50 are billed and
    // 35.71 given back, 39.29 and 37.50, 50 and 48.21; here what is left is billed.
    [InlineData("m 50", "2023-02-08 until 2023-02-28; 02-08 cancel", "2023-02-08..2023-02-09 1.79",
        Calendar + " last-day=inclusive")]
    [InlineData("m 50", "2023-02-07 until 2023-02-28; 02-07 cancel", "2023-02-07..2023-02-08 1.79",
        Calendar + " last-day=inclusive")]
    [InlineData("m 50", "2023-02-08 until 2023-02-28; 02-08 cancel", "2023-02-08..2023-02-09 1.79",
        "last-day=inclusive")]
    // multiple_upgrade_spec.rb, of which the last is on the same day, and upgrade_spec.rb.
    [InlineData("m 10, n 15", "2024-03-05 until 2024-03-31; 03-12 change n",
        "2024-03-05..2024-04-01 8.71; 2024-03-12..2024-04-01 -6.45 9.68", Calendar)]
    [InlineData("m 10, n 15, o 19", "2024-03-05 until 2024-03-31; 03-12 change n; 03-12 change o",
        "2024-03-05..2024-04-01 8.71; 2024-03-12..2024-04-01 -6.45 12.26", Calendar)]
    [InlineData("m 10, n 15", "2024-03-05 until 2024-03-31; 03-12 change n",
        "2024-03-05..2024-04-05 10; 2024-03-12..2024-04-05 -7.74 11.61", "interval-change=keep")]
    [InlineData("m 10, n 15, o 19", "2024-03-05 until 2024-03-31; 03-12 change n; 03-12 change o",
        "2024-03-05..2024-04-05 10; 2024-03-12..2024-04-05 -7.74 14.71", "interval-change=keep")]
    [InlineData("m 10, y 120 per year", "2023-06-29 until 2024-06-28; 09-28 change y",
        "2023-06-29..2023-07-29 10; 2023-07-29..2023-08-29 10; 2023-08-29..2023-09-29 10; "
        + "2023-09-28..2024-06-29 -0.32 90.16", "interval-change=keep")]
    public async Task Changes_and_ends(string plans, string life, string bills, string settings) =>
        Assert.Equal(bills, await _life.Bills(plans, life, settings));

    public void Dispose() => _life.Dispose();
}
