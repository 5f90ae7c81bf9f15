using BillingActors.Domain.Accounts;
using BillingActors.Domain.Budgets;
using BillingActors.Domain.Primitives;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Budgets.SampleBudget;

namespace BillingActors.Domain.Tests.Budgets;

public sealed class BudgetChangeTests
{
    [Fact]
    public void An_amount_is_changed_once_for_the_instalments_to_come()
    {
        var charged = OnPlan.ReviewedOn(Day(2, 1));
        var happened = AssertOnce<AccountEvent.BudgetAdjusted>(charged, a => Adjust(a, 7_000));

        Assert.Equal((5_000, 7_000, "by-hand"), (happened.AmountBeforeMinor, happened.AmountMinor, happened.Code));
        Assert.Equal(
            [5_000, 7_000], charged.After(happened).ReviewedOn(Day(3, 1)).OpenItems.Select(item => item.Open.Minor));
    }

    [Fact]
    public void An_adjustment_needs_a_reason_a_running_plan_and_an_amount()
    {
        AssertRefused(
            Refusals.ReasonMissing,
            BudgetAdjustment.Decide(OnPlan, new AdjustBudget(Plan, 7_000, Day(2, 2)), Context()));
        AssertRefused(BudgetRefusals.BudgetUnknown, Adjust(Supplied, 7_000));
        AssertRefused(BudgetRefusals.BudgetEnded, Adjust(OnPlan.After(End(OnPlan)), 7_000));
        AssertRefused(BudgetRefusals.AmountNotPositive, Adjust(OnPlan, 0));
        AssertRefused(Refusals.AmountTooLarge, Adjust(OnPlan, ChargeEntry.AmountMinorMax + 1));
        AssertRefused(Refusals.AccountUnknown, Adjust(Account.None, 7_000));
    }

    [Fact]
    public void Leaving_settles_at_once()
    {
        // Two instalments of 50.00 against one month of 30.00 with tax.
        var account = OnPlan.ReviewedOn(Day(3, 1)).BilledUntil(Day(2, 1), 30m);

        var ended = account.After(End(account));

        Assert.Equal(Eur(3_600 - 10_000), ended.Item("budget.plan-1.settlement.1")!.Open);
        Assert.Equal(Eur(3_600), ended.Balance);
        Assert.Equal(Eur(7_200), ended.BilledUntil(Day(3, 1), 30m).Balance);
        Assert.Empty(End(ended).Events);
        Assert.Empty(BudgetReview.Decide(ended, Day(12, 1)).Events);
    }

    [Fact]
    public void A_plan_that_ends_before_its_first_instalment_settles_nothing() =>
        Assert.IsType<AccountEvent.BudgetEnded>(Assert.Single(End(OnPlan).Events));

    [Fact]
    public void Leaving_needs_a_reason_and_a_plan()
    {
        AssertRefused(Refusals.ReasonMissing, BudgetEnding.Decide(OnPlan, Plan, Day(2, 2), Context()));
        AssertRefused(BudgetRefusals.BudgetUnknown, End(Supplied));
        AssertRefused(Refusals.AccountUnknown, End(Account.None));
    }

    [Fact]
    public void Closing_the_account_settles_and_ends_its_plan()
    {
        var done = OnPlan.ReviewedOn(Day(2, 1)).After(ContractEnd.Decide(OnPlan, "K-1", Day(2, 1)))
            .BilledUntil(Day(3, 1), 10m);

        var closed = done.After(AccountClosing.Decide(done, Day(3, 1)));

        Assert.Equal((AccountStatus.Closed, 0), (closed.Status, closed.BudgetMinor));
        Assert.Equal(Eur(1_200), closed.Balance);
    }

    private static Decision<AccountEvent> Adjust(Account account, long minor) =>
        BudgetAdjustment.Decide(account, new AdjustBudget(Plan, minor, Day(2, 2)), Context("as asked"));

    private static Decision<AccountEvent> End(Account account) =>
        BudgetEnding.Decide(account, Plan, Day(3, 2), Context("as asked"));
}
