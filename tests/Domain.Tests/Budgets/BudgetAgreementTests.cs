using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Budgets;
using NodaTime;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Budgets.SampleBudget;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tests.Budgets;

public sealed class BudgetAgreementTests
{
    [Fact]
    public void A_plan_is_agreed_once()
    {
        var happened = AssertOnce<AccountEvent.BudgetAgreed>(Supplied, a => Decide(a, Agree()));

        Assert.Equal(5_000, happened.AmountMinor);
        Assert.Equal(Day(2, 1), Supplied.After(happened).BudgetOn);
    }

    [Fact]
    public void An_amount_that_is_not_given_is_the_year_of_the_bills_before_in_whole_units()
    {
        // 730 days at 1.00 a day: 365.00 a year, 33.18 an instalment, 33.00 in whole units.
        ImmutableArray<BilledAmount> billed =
        [
            new(new Period(new LocalDate(2023, 1, 2), new LocalDate(2024, 1, 1)), 36_400),
            new(new Period(new LocalDate(2024, 1, 1), new LocalDate(2025, 1, 1)), 36_600),
        ];

        var happened = AssertOnce<AccountEvent.BudgetAgreed>(
            Supplied, a => Decide(a, Agree(null) with { Billed = billed }));

        Assert.Equal(3_300, happened.AmountMinor);
    }

    [Fact]
    public void An_account_that_takes_no_commands_is_refused()
    {
        AssertRefused(Refusals.AccountUnknown, Decide(Account.None, Agree()));
        AssertRefused(Refusals.AccountClosed, Decide(Supplied with { Status = AccountStatus.Closed }, Agree()));
    }

    [Fact]
    public void A_bad_id_is_refused()
    {
        AssertRefused(Refusals.IdInvalid, Decide(Supplied, Agree() with { PlanId = "plan 1" }));
        AssertRefused(Refusals.IdInvalid, Decide(Supplied, Agree() with { PlanId = new string('p', 33) }));
    }

    [Fact]
    public void A_second_plan_is_refused()
    {
        AssertRefused(BudgetRefusals.BudgetExists, Decide(OnPlan, Agree(6_000)));
        AssertRefused(BudgetRefusals.BudgetRuns, Decide(OnPlan, Agree() with { PlanId = "plan-2" }));
    }

    [Fact]
    public void An_amount_out_of_range_is_refused()
    {
        AssertRefused(BudgetRefusals.AmountNotPositive, Decide(Supplied, Agree(0)));
        AssertRefused(Refusals.AmountTooLarge, Decide(Supplied, Agree(ChargeEntry.AmountMinorMax + 1)));
    }

    [Fact]
    public void No_amount_without_bills_is_refused() =>
        AssertRefused(BudgetRefusals.NoHistory, Decide(Supplied, Agree(null)));

    [Fact]
    public void Instalments_that_do_not_fit_into_a_year_are_refused()
    {
        AssertRefused(BudgetRefusals.InstalmentsInvalid, Decide(Supplied, Agree() with { InstalmentCount = 0 }));
        AssertRefused(BudgetRefusals.InstalmentsInvalid, Decide(Supplied, Agree() with { InstalmentCount = 13 }));
        AssertRefused(BudgetRefusals.InstalmentsInvalid, Decide(Supplied, Agree() with { FirstOn = Day(3, 1) }));
    }

    [Fact]
    public void A_drift_out_of_range_is_refused() =>
        AssertRefused(BudgetRefusals.DriftInvalid, Decide(Supplied, Agree(adjustPercent: 101)));

    [Fact]
    public void Days_out_of_reach_are_refused()
    {
        AssertRefused(Refusals.DateNotAllowed, Decide(Supplied, Agree() with { From = Day(1, 1).PlusDays(-1) }));
        AssertRefused(Refusals.DateNotAllowed, Decide(Supplied, Agree() with { On = Day(2, 2) }));
        AssertRefused(Refusals.DateNotAllowed, Decide(Supplied, Agree() with { FirstOn = Day(1, 1).PlusDays(-1) }));
        AssertRefused(
            Refusals.DateNotAllowed,
            Decide(Supplied, Agree() with { From = new LocalDate(2026, 1, 2), FirstOn = new LocalDate(2026, 1, 2) }));
    }

    [Fact]
    public void Days_that_are_billed_are_refused() => AssertRefused(
        Refusals.PeriodBilled, Decide(Supplied.BilledUntil(Day(2, 1), 10m), Agree()));

    [Fact]
    public void An_account_without_supply_is_refused()
    {
        AssertRefused(BudgetRefusals.NothingToBudget, Decide(Open, Agree()));
        AssertRefused(
            BudgetRefusals.NothingToBudget,
            Decide(
                Open.After(Start("K-1", Day(1, 1), Day(2, 1))),
                Agree() with { From = Day(2, 1), FirstOn = Day(2, 1) }));
    }
}
