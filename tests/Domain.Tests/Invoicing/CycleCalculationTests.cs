using BillingActors.Domain.Accounts;
using BillingActors.Domain.BillRuns;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tariffs;
using CsCheck;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Invoicing.SampleClosing;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tests.Invoicing;

public sealed class CycleCalculationTests
{
    private static readonly Account OnFlat = Accounts.SampleAccount.Open.After(Start("K-1", Day(1, 1)));

    private static readonly Account OnMetered =
        Accounts.SampleAccount.Open.After(Start("K-1", Day(1, 1), tariffId: "metered"));

    [Fact]
    public void Nothing_is_due_without_days_or_charges()
    {
        Assert.Equal(CalculatedBill.NothingDue, CycleCalculation.Calculate(Open, Inputs(Day(2, 1))));
        Assert.Equal(CalculatedBill.NothingDue, CycleCalculation.Calculate(OnFlat, Inputs(Day(1, 1))));
        Assert.Equal(CalculatedBill.NothingDue, CycleCalculation.Calculate(
            Open.After(Charge("fee-1", 500, Day(2, 1))), Inputs(Day(2, 1))));
        Assert.Equal(CalculatedBill.NothingDue, CycleCalculation.Calculate(
            Open.After(new AccountEvent.Closed(Day(2, 1))), Inputs(Day(2, 1))));
    }

    [Fact]
    public void A_month_of_use_is_priced_and_taxed()
    {
        var plan = Ready(OnMetered, Inputs(Day(2, 1), January(Read(Day(1, 1), 1000), Read(Day(2, 1), 1200))));

        Assert.Equal([Eur(1000), Eur(5000)], plan.Lines.Select(line => line.Amount));
        Assert.Equal((Eur(6000), Eur(1200), Eur(7200)), (plan.Net, plan.Tax, plan.Total));
        Assert.Equal([new RevenueShare("metered", 6000)], plan.Revenue.AsEnumerable());
        Assert.Equal(new Period(Day(1, 1), Day(2, 1)), plan.Period);
        var billed = Assert.Single(plan.Contracts);
        Assert.Equal([new MeasuredUse("kWh", Direction.Import, 200m, 0m)], billed.Uses.AsEnumerable());
        Assert.Equal([new RegisterPosition("M-1", "11", Day(2, 1), 1200, 0)], billed.Positions.AsEnumerable());
    }

    // 100 kWh of a year at 0.10, the rest at 0.20: January takes 60 of them, and February 40 and 20 beyond.
    [Fact]
    public void What_one_bill_leaves_is_where_the_next_begins()
    {
        var tariff = Of("metered", new Charge.Usage(
            new ChargeHead("use", "Energy", "standard"),
            new MeterSelection(Direction.Import, [], "kWh"),
            new PriceModel.Tiers(
                ChargePer.Year,
                TierMode.Graduated,
                TierLimit.Inclusive,
                [new Tier(100m, 0.10m), new Tier(null, 0.20m)])));
        var usage = Usage(Read(Day(1, 1), 1000), Read(Day(2, 1), 1060), Read(Day(3, 1), 1120));

        var january = Ready(OnMetered, Inputs(Day(2, 1), Input("K-1", usage, tariff)));
        var account = OnMetered.After(Issue(OnMetered, january));
        var february = Ready(account, Inputs(Day(3, 1), Input("K-1", usage, tariff)));

        Assert.Equal(Eur(600), january.Net);
        Assert.Equal([Eur(400), Eur(400)], february.Lines.Select(line => line.Amount));
        Assert.NotNull(Assert.Single(account.Contracts).State);
    }

    [Fact]
    public void Two_contracts_come_on_one_invoice_with_revenue_by_tariff()
    {
        var account = OnFlat.After(Start("K-2", Day(1, 1), tariffId: "green", point: "SP-2"));

        var plan = Ready(account, Inputs(
            Day(2, 1), Input("K-1", Unmetered(), Fixed()), Input("K-2", Unmetered(), Fixed("green", 7m))));

        Assert.Equal("K-1 K-2", string.Join(' ', plan.Lines.Select(line => line.ContractId)));
        Assert.Equal([new("flat", 1000), new RevenueShare("green", 700)], plan.Revenue.AsEnumerable());
        Assert.Equal(Eur(1700), plan.Net);
        Assert.Equal(2, plan.Contracts.Length);
    }

    [Fact]
    public void One_off_charges_come_last_and_are_taxed_by_their_category()
    {
        var account = OnFlat.After(
            Charge("fee-1", 500, Day(1, 10)), Charge("gift", -200, Day(1, 11), "none"), Charge("later", 1, Day(2, 1)));

        var plan = Ready(account, Inputs(Day(2, 1), Input("K-1", Unmetered(), Fixed())));

        Assert.Equal("base fee-1 gift", string.Join(' ', plan.Lines.Select(line => line.Code)));
        Assert.Equal("fee-1 gift", string.Join(' ', plan.ChargeIds));
        Assert.Equal((Eur(1300), Eur(300)), (plan.Net, plan.Tax));
        Assert.Equal([new("charges", 300), new RevenueShare("flat", 1000)], plan.Revenue.AsEnumerable());
    }

    [Fact]
    public void One_off_charges_are_taxed_by_the_newest_days_whatever_the_order_of_contracts()
    {
        var lower = Fixed().Versions[0] with { Taxes = [Vat[0] with { Percent = 10m }] };
        var old = Fixed("old") with { Versions = [lower] };
        var account = Accounts.SampleAccount.Open.After(
            Start("K-1", Day(1, 1)),
            Start("K-2", Day(1, 1), Day(1, 15), "old", "SP-2"),
            Charge("fee-1", 1000, Day(1, 20)));

        var plan = Ready(account, Inputs(
            Day(2, 1), Input("K-1", Unmetered(), Fixed()), Input("K-2", Unmetered(), old)));

        Assert.Equal(
            [(20m, Eur(2000)), (10m, Eur(452))],
            plan.Taxes.Select(tax => (tax.Percent, tax.Base)));
    }

    [Fact]
    public void A_charge_that_no_rule_knows_is_held_with_a_plan_for_a_person()
    {
        var alone = CycleCalculation.Calculate(
            Open.After(Charge("fee-1", 500, Day(1, 10))), Inputs(Day(2, 1)));
        var misspelt = CycleCalculation.Calculate(
            OnFlat.After(Charge("fee-1", 500, Day(1, 10), "standrad")),
            Inputs(Day(2, 1), Input("K-1", Unmetered(), Fixed())));
        var untaxed = CycleCalculation.Calculate(
            Open.After(Charge("gift", -500, Day(1, 10), "none"), Charge("fee-1", 600, Day(1, 10), "none")),
            Inputs(Day(2, 1)));

        Assert.All([alone, misspelt], bill =>
        {
            Assert.Equal(DraftOutcome.Held, bill.Outcome);
            Assert.Equal("tax-unknown", Assert.Single(bill.Holds).Code);
            Assert.NotNull(bill.Plan);
        });
        Assert.Equal(DraftOutcome.Calculated, untaxed.Outcome);
        Assert.Equal(Eur(100), untaxed.Plan!.Total);
    }

    [Fact]
    public void A_tariff_change_parts_the_month()
    {
        var account = OnFlat.After(new AccountEvent.ContractTariffChanged("K-1", "flat", "green", Day(1, 11)));

        var plan = Ready(account, Inputs(Day(2, 1), Input("K-1", Unmetered(), Fixed(), Fixed("green", 31m))));

        Assert.Equal([Eur(323), Eur(2100)], plan.Lines.Select(line => line.Amount));
        Assert.Equal(
            [new Period(Day(1, 1), Day(1, 11)), new Period(Day(1, 11), Day(2, 1))],
            plan.Lines.Select(line => line.Period));
        Assert.Equal(new Period(Day(1, 1), Day(2, 1)), Assert.Single(plan.Contracts).Period);
    }

    [Fact]
    public void A_metered_tariff_change_needs_a_read_on_its_day()
    {
        var account = OnMetered.After(new AccountEvent.ContractTariffChanged("K-1", "metered", "cheap", Day(1, 11)));
        var tariffs = new[] { Metered(), Metered("cheap", 0.10m) };
        var between = new[] { Read(Day(1, 1), 1000), Read(Day(1, 11), 1100), Read(Day(2, 1), 1200) };

        var plan = Ready(account, Inputs(Day(2, 1), Input("K-1", Usage(between), tariffs)));
        var held = CycleCalculation.Calculate(
            account, Inputs(Day(2, 1), Input("K-1", Usage(between[0], between[2]), tariffs)));

        Assert.Equal([Eur(2500), Eur(1000)], plan.Lines.Where(line => line.Code == "use").Select(line => line.Amount));
        Assert.Equal(200m, plan.Contracts[0].Uses[0].Quantity);
        Assert.Contains(held.Holds, hold => hold.Code == "no-read");
    }

    [Fact]
    public void A_catch_up_bills_the_fixed_charges_of_both_months()
    {
        var plan = Ready(OnMetered, Inputs(
            Day(3, 1), January(Read(Day(1, 1), 1000), Read(Day(2, 1), 1100), Read(Day(3, 1), 1180))));

        Assert.Equal(
            [Eur(1000), Eur(1000)], plan.Lines.Where(line => line.Code == "base").Select(line => line.Amount));
        Assert.Equal([100m, 80m], plan.Lines.Where(line => line.Code == "use").Select(line => line.Quantity));
        Assert.Equal(new Period(Day(1, 1), Day(3, 1)), Assert.Single(plan.Contracts).Period);
        Assert.Equal(180m, plan.Contracts[0].Uses[0].Quantity);
    }

    [Fact]
    public void A_contract_that_ends_inside_the_month_pays_its_days()
    {
        var account = Open.After(Start("K-1", Day(1, 1), Day(1, 16), "metered"));

        var plan = Ready(account, Inputs(Day(3, 1), January(Read(Day(1, 1), 1000), Read(Day(1, 16), 1100))));

        Assert.Equal([Eur(484), Eur(2500)], plan.Lines.Select(line => line.Amount));
        Assert.Equal(Day(1, 16), plan.Contracts[0].Period.Until);
        Assert.Equal(
            CalculatedBill.NothingDue,
            CycleCalculation.Calculate(account.After(Issue(account, plan)), Inputs(Day(3, 1))));
    }

    [Fact]
    public void A_meter_exchange_adds_both_meters()
    {
        var point = new ServicePoint(
            "SP-1", "north", [Meter("M-1", Day(1, 1).PlusYears(-1), Day(1, 20)), Meter("M-2", Day(1, 20))]);
        var usage = new ContractUsage(point, [],
        [
            Read(Day(1, 1), 1000), Read(Day(1, 20), 1150, kind: ReadKind.Final),
            Read(Day(1, 20), 5, "M-2", ReadKind.Install), Read(Day(2, 1), 55, "M-2"),
        ]);

        var plan = Ready(OnMetered, Inputs(Day(2, 1), Input("K-1", usage, Metered())));

        Assert.Equal(200m, plan.Contracts[0].Uses[0].Quantity);
        Assert.Equal([new RegisterPosition("M-2", "11", Day(2, 1), 55, 0)], plan.Contracts[0].Positions.AsEnumerable());
    }

    [Fact]
    public void A_day_of_a_period_is_billed_from_where_the_last_bill_ended()
    {
        var first = OnMetered.After(Issue(OnMetered, Ready(
            OnMetered, Inputs(Day(2, 1), January(Read(Day(1, 1), 1000), Read(Day(2, 2), 1200))))));

        var plan = Ready(first, Inputs(Day(3, 1), January(Read(Day(2, 2), 9999), Read(Day(3, 1), 1350))));

        Assert.Equal(150m, plan.Contracts[0].Uses[0].Quantity);
        Assert.Equal(new Period(Day(2, 1), Day(3, 1)), plan.Period);
    }

    [Theory]
    [InlineData("no-read")]
    [InlineData("tariff-gap")]
    [InlineData("calendar-gap")]
    [InlineData("currency-mismatch")]
    public void Unsound_data_hold_without_a_plan(string code)
    {
        var (inputs, tariff) = (Inputs(Day(2, 1), Input("K-1", Unmetered(), Fixed())), Fixed());
        var given = code switch
        {
            "no-read" => inputs with { Contracts = [new ContractInputs("K-1", null, [tariff])] },
            "tariff-gap" => inputs with { Contracts = [Input("K-1", Unmetered())] },
            "calendar-gap" => inputs with { Cycle = Cycle with { Calendar = new(1, 1, [Day(1, 2), Day(2, 1)]) } },
            _ => inputs with
            {
                Contracts = [Input("K-1", Unmetered(), tariff with { Currency = Currency.Of("USD") })],
            },
        };

        var bill = CycleCalculation.Calculate(OnFlat, given);

        Assert.Equal((DraftOutcome.Held, code), (bill.Outcome, Assert.Single(bill.Holds).Code));
        Assert.Null(bill.Plan);
    }

    [Fact]
    public void One_held_contract_holds_the_whole_account()
    {
        var account = OnFlat.After(Start("K-2", Day(1, 1), tariffId: "metered", point: "SP-2"));

        var bill = CycleCalculation.Calculate(account, Inputs(
            Day(2, 1), Input("K-1", Unmetered(), Fixed()), Input("K-2", Usage(Read(Day(1, 1), 5)), Metered())));

        Assert.Equal((DraftOutcome.Held, "no-read"), (bill.Outcome, Assert.Single(bill.Holds).Code));
        Assert.Null(bill.Plan);
    }

    [Fact]
    public void Sums_that_cannot_be_counted_hold_the_account_and_stop_nothing_else()
    {
        var account = OnFlat.After(
            Charge("a", long.MaxValue, Day(1, 2), "none"), Charge("b", long.MaxValue, Day(1, 3), "none"));

        var bill = CycleCalculation.Calculate(account, Inputs(Day(2, 1), Input("K-1", Unmetered(), Fixed())));

        Assert.Equal((DraftOutcome.Held, "doubtful-read"), (bill.Outcome, Assert.Single(bill.Holds).Code));
        Assert.Null(bill.Plan);
    }

    [Fact]
    public void A_plan_adds_up_and_covers_each_unbilled_day_once() =>
        Gen.Select(Gen.Int[1, 31], Gen.Int[1, 400], Gen.Int[0, 400].Array[0, 4], Gen.Int[-50, 50].Array[0, 4])
            .Sample((anchor, length, changes, charges) =>
            {
                var account = OnFlat;
                foreach (var offset in changes)
                {
                    account = account.After(
                        TariffChange.Decide(account, "K-1", $"t{offset % 3}", Day(1, 1).PlusDays(offset)));
                }
                for (var i = 0; i < charges.Length; i++)
                    account = account.After(Charge($"c{i}", charges[i], Day(1, 1)));
                var until = Day(1, 1).PlusDays(length);
                var inputs = Inputs(until, Input(
                    "K-1", Unmetered(), Fixed(), Fixed("t0", 1m), Fixed("t1", 2.5m), Fixed("t2", 99.99m)));

                var plan = CycleCalculation.Calculate(
                    account, inputs with { Cycle = Cycle with { Calendar = new(anchor, 1, []) } }).Plan!;

                var days = plan.Lines.Where(line => line.Code == "base").Select(line => line.Period).ToList();
                Assert.Equal(plan.Net.Minor, plan.Lines.Sum(line => line.Amount.Minor));
                Assert.Equal(plan.Tax.Minor, plan.Taxes.Sum(tax => tax.Amount.Minor));
                Assert.Equal((Day(1, 1), until), (days[0].From, days[^1].Until));
                Assert.All(days.Zip(days.Skip(1)), pair => Assert.Equal(pair.First.Until, pair.Second.From));
            });

    private static ContractInputs January(params ReadOnlySpan<RegisterRead> reads) =>
        Input("K-1", Usage(reads), Metered());
}
