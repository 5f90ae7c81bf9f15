using BillingActors.Domain.Accounts;
using BillingActors.Domain.BillRuns;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Rating;
using CsCheck;
using NodaTime;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Invoicing.SampleClosing;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tests.Invoicing;

/// <summary>Each bill here is January 2025 with 31 days; the factors are 3 and 0.25.</summary>
public sealed class BillChecksTests
{
    [Fact]
    public void Without_history_any_use_is_believed() => Assert.Equal("", Codes(1_000_000m));

    [Fact]
    public void Zero_use_is_doubted_with_a_plan()
    {
        var account = Accounts.SampleAccount.Open.After(Start("K-1", Day(1, 1), tariffId: "metered"));
        var usage = Usage(Read(Day(1, 1), 1000), Read(Day(2, 1), 1000));

        var bill = CycleCalculation.Calculate(account, Inputs(Day(2, 1), Input("K-1", usage, Metered())));

        Assert.Equal((DraftOutcome.Held, "zero-use"), (bill.Outcome, Assert.Single(bill.Holds).Code));
        Assert.Equal(Eur(1200), bill.Plan!.Total);
        Assert.Single(Issue(account, bill.Plan).Events);
    }

    [Fact]
    public void Zero_use_passes_where_the_cycle_does_not_ask_unless_it_is_low()
    {
        var cycle = Cycle with { HoldZeroUse = false };

        Assert.Equal("", Codes(0m, cycle));
        Assert.Equal("low-use", Codes(0m, cycle, Month(2024, 1, 310m)));
        Assert.Equal("", Codes(0m, cycle with { LowUseFactor = 0m }, Month(2024, 1, 310m)));
    }

    [Theory]
    [InlineData(930, "")]
    [InlineData(930.1, "high-use")]
    [InlineData(77.5, "")]
    [InlineData(77.4, "low-use")]
    public void Use_is_compared_with_the_same_season_last_year(double used, string expected) =>
        Assert.Equal(expected, Codes((decimal)used, Cycle, Month(2024, 1, 310m), Month(2024, 12, 31_000m)));

    [Fact]
    public void The_nearest_season_counts_where_two_are_near()
    {
        var weekBefore = new BilledUse(new Period(new(2023, 12, 20), new(2023, 12, 27)), [Used(7_000m)]);

        Assert.Equal("", Codes(310m, Cycle, weekBefore, Month(2024, 1, 310m)));
    }

    [Fact]
    public void A_leap_year_of_days_is_compared_by_the_day()
    {
        var february = new BilledUse(new Period(new(2024, 1, 10), new(2024, 1, 11)), [Used(10m)]);

        Assert.Equal("", Codes(930m, Cycle, february));
        Assert.Equal("high-use", Codes(931m, Cycle, february));
    }

    [Fact]
    public void Without_that_season_the_mean_of_three_periods_counts()
    {
        BilledUse[] three = [Month(2024, 10, 310m), Month(2024, 11, 300m), Month(2024, 12, 310m)];

        Assert.Equal("", Codes(930m, Cycle, three));
        Assert.Equal("high-use", Codes(931m, Cycle, three));
        Assert.Equal("low-use", Codes(77m, Cycle, three));
        Assert.Equal("", Codes(931m, Cycle, three.AsSpan(0, 2)));
    }

    [Fact]
    public void History_of_another_unit_or_direction_says_nothing() =>
        Assert.Equal("", Codes(
            10_000m,
            Cycle,
            Month(2024, 1, 1m) with
            {
                Uses = [new("m3", Direction.Import, 1m, 0m), new("kWh", Direction.Export, 1m, 0m)],
            }));

    [Fact]
    public void A_factor_of_zero_switches_a_check_off()
    {
        var off = Cycle with { HighUseFactor = 0m, LowUseFactor = 0m };

        Assert.Equal("", Codes(1_000_000m, off, Month(2024, 1, 310m)));
        Assert.Equal("", Codes(0.001m, off, Month(2024, 1, 310m)));
    }

    [Fact]
    public void What_a_customer_delivers_is_not_checked()
    {
        var account = Given(Month(2024, 1, 310m));

        Assert.Empty(BillChecks.Find(account, Plan([new("kWh", Direction.Export, 0m, 0m)]), Cycle));
    }

    [Fact]
    public void A_negative_bill_is_doubted_with_a_plan()
    {
        var account = Accounts.SampleAccount.Open.After(
            Start("K-1", Day(1, 1)), Charge("gift", -5000, Day(1, 2)));

        var bill = CycleCalculation.Calculate(account, Inputs(Day(2, 1), Input("K-1", Unmetered(), Fixed())));

        Assert.Equal(new HoldReason("negative-bill", "The bill comes to -48.00 EUR."), Assert.Single(bill.Holds));
        Assert.Equal(Eur(-4800), bill.Plan!.Total);
    }

    [Fact]
    public void The_reason_names_contract_use_and_what_was_expected() =>
        Assert.Equal(
            new HoldReason("high-use", "K-1 used 1000.5 kWh in 31 days, expected about 310."),
            Assert.Single(BillChecks.Find(Given(Month(2024, 1, 310m)), Plan([Used(1000.5m)]), Cycle)));

    [Fact]
    public void Use_as_always_is_never_doubted() =>
        Gen.Select(Gen.Int[1, 1_000_000], Gen.Int[1, 13]).Sample((daily, months) =>
        {
            var history = Enumerable.Range(1, months).Select(ago => Day(1, 1).PlusMonths(-ago)).Reverse()
                .Select(from => Month(
                    from.Year, from.Month, from.Calendar.GetDaysInMonth(from.Year, from.Month) * daily));
            Assert.Equal("", Codes(31m * daily, Cycle, [.. history]));
        });

    private static string Codes(decimal used, BillCycle? cycle = null, params ReadOnlySpan<BilledUse> history) =>
        string.Join(' ', BillChecks.Find(Given(history), Plan([Used(used)]), cycle ?? Cycle).Select(hold => hold.Code));

    private static Account Given(params ReadOnlySpan<BilledUse> history) => Accounts.SampleAccount.Open with
    {
        Contracts = [new Contract("K-1", "SP-1", Day(1, 1), null, [new(Day(1, 1), "flat")], null, [], [.. history])],
    };

    private static InvoicePlan Plan(MeasuredUse[] uses)
    {
        var period = new Period(Day(1, 1), Day(2, 1));
        var billed = new ContractBilled("K-1", period, [.. uses], []);
        return new InvoicePlan(period, [], [], [], [billed], [], Eur(1), Eur(0));
    }

    private static BilledUse Month(int year, int month, decimal quantity)
    {
        var from = new LocalDate(year, month, 1);
        return new BilledUse(new Period(from, from.PlusMonths(1)), [Used(quantity)]);
    }

    private static MeasuredUse Used(decimal quantity) => new("kWh", Direction.Import, quantity, 0m);
}
