using BillingActors.Domain.Accounts;
using BillingActors.Domain.Budgets;
using BillingActors.Domain.Ledger;
using CsCheck;
using NodaTime;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Budgets.SampleBudget;

namespace BillingActors.Domain.Tests.Budgets;

public sealed class BudgetReviewTests
{
    private static readonly LocalDate NewYear = new(2026, 1, 1);

    [Fact]
    public void An_instalment_is_charged_on_its_day_and_once()
    {
        Assert.Empty(BudgetReview.Decide(OnPlan, Day(1, 31)).Events);

        var happened = AssertOnce<AccountEvent.BudgetCharged>(OnPlan, a => BudgetReview.Decide(a, Day(2, 1)));

        var after = OnPlan.After(happened);
        Assert.Equal(
            new OpenItem(
                "budget.plan-1.1", "budget.plan-1.1", Eur(5_000), Eur(5_000), Day(2, 1), Day(2, 15), ItemKind.Budget),
            Assert.Single(after.OpenItems));
        Assert.Equal(
            [("receivables", 5_000L), ("budget-billing", -5_000L)],
            PostingRules.EntryOf(happened, Euro)!.Postings.Select(p => (p.LedgerAccount, p.Amount.Minor)));
        Assert.Equal((5_000, Day(3, 1)), (after.BudgetMinor, after.BudgetOn));
        Assert.Equal(Day(2, 16), after.ReviewOn); // It is dunned as anything that is owed.
    }

    [Fact]
    public void Missed_days_are_made_up_for_each_with_its_own_date()
    {
        var after = OnPlan.ReviewedOn(Day(4, 20));

        Assert.Equal([Day(2, 1), Day(3, 1), Day(4, 1)], after.OpenItems.Select(item => item.IssuedOn));
    }

    [Fact]
    public void Instalments_keep_the_day_of_the_first()
    {
        var command = Agree(count: 12) with { FirstOn = Day(1, 31), From = Day(1, 31), On = Day(1, 31) };
        var plan = Supplied.BilledUntil(Day(1, 31), 10m).After(Decide(Supplied, command)).RunningBudget!;

        Assert.Equal(
            [Day(1, 31), Day(2, 28), Day(3, 31), new LocalDate(2026, 1, 31)],
            new[] { 0, 1, 2, 12 }.Select(plan.InstalmentOn));
    }

    // 12 months at 45.05 are 540.60, with 20 % tax 648.72; eleven instalments of 50.00 were charged.
    [Fact]
    public void A_year_of_down_payments_is_settled_when_it_is_billed()
    {
        var charged = OnPlan.ReviewedOn(NewYear);
        Assert.Equal(11, charged.OpenItems.Length);
        Assert.Equal(new LocalDate(2026, 2, 1), charged.BudgetOn);

        var billed = charged.BilledUntil(NewYear, 45.05m);
        Assert.Equal(charged.Balance, billed.Balance);
        Assert.Equal(-9_872, billed.BudgetMinor);
        Assert.Equal(NewYear, billed.BudgetOn);

        var happened = AssertOnce<AccountEvent.BudgetSettled>(
            billed, a => BudgetReview.Decide(a, NewYear.PlusDays(6)));
        var settled = billed.After(happened);
        Assert.Equal((55_000, 64_872, 0), (happened.ChargedMinor, happened.ActualMinor, happened.CarriedMinor));
        Assert.Equal(Eur(9_872), settled.Item("budget.plan-1.settlement.1")!.Open);
        Assert.Equal(NewYear.PlusDays(20), settled.Item("budget.plan-1.settlement.1")!.DueOn);
        Assert.Equal((0, Eur(64_872)), (settled.BudgetMinor, settled.Balance));
    }

    [Fact]
    public void Too_much_is_given_back_as_a_credit()
    {
        var settled = OnPlan.ReviewedOn(NewYear).BilledUntil(NewYear, 40m).ReviewedOn(NewYear.PlusDays(6));

        // 12 months at 40.00 with tax are 576.00.
        Assert.Equal(Eur(2_600), settled.Item("budget.plan-1.settlement.1")!.Open);
        var less = OnPlan.ReviewedOn(NewYear).BilledUntil(NewYear, 38m).ReviewedOn(NewYear.PlusDays(6));
        Assert.Equal(Eur(-280), less.Item("budget.plan-1.settlement.1")!.Open);
        Assert.Null(less.ReviewedOn(NewYear.PlusDays(6)).Item("budget.plan-1.settlement.2"));
    }

    // Bills of 63.00 a month come to 756.00, twelve times 60.00 to 720.00: 36.00 are left, and 792.00 are to be paid.
    [Fact]
    public void What_a_level_plan_leaves_goes_into_the_amount_of_the_next_year()
    {
        var account = Supplied.After(Decide(Supplied, Agree(6_000, BudgetKind.Level, 12)));
        for (var month = 1; month <= 12; month++)
        {
            account = account.ReviewedOn(Day(month, 1)).BilledUntil(Day(month, 1).PlusMonths(1), 52.50m);
        }
        Assert.Equal(-3_600, account.BudgetMinor);

        var decision = BudgetReview.Decide(account, NewYear.PlusDays(3));

        Assert.Equal(
            new AccountEvent.BudgetRolled(Plan, 0, 3_600, 6_000, 6_600, NewYear.PlusDays(3)),
            decision.Events.OfType<AccountEvent.BudgetRolled>().Single());
        var after = account.After(decision);
        Assert.Equal(6_600, after.RunningBudget!.AmountMinor);
        Assert.Equal(72_000 + 6_000, after.Balance.Minor);
        Assert.Equal(-3_600 + 6_000, after.BudgetMinor);
    }

    [Fact]
    public void A_year_that_drifts_is_spread_over_the_instalments_that_are_left()
    {
        var account = Supplied.After(Decide(Supplied, Agree(6_000, BudgetKind.Level, 12, 10)));
        for (var month = 1; month <= 3; month++)
        {
            account = account.ReviewedOn(Day(month, 1)).BilledUntil(Day(month, 1).PlusMonths(1), 100m);
        }

        // 360.00 in 90 days are 1,460.00 a year; 180.00 are charged, 1,280.00 left for nine: 142.22, so 142.00.
        var adjusted = BudgetReview.Decide(account, Day(4, 1)).Events;

        Assert.Equal(
            new AccountEvent.BudgetAdjusted(Plan, 6_000, 14_200, "drift", Day(4, 1)),
            Assert.IsType<AccountEvent.BudgetAdjusted>(adjusted[0]));
        Assert.Equal(14_200, Assert.IsType<AccountEvent.BudgetCharged>(adjusted[1]).AmountMinor);
        Assert.DoesNotContain(
            BudgetReview.Decide(account.ReviewedOn(Day(4, 1)), Day(5, 1)).Events,
            happened => happened is AccountEvent.BudgetAdjusted);
    }

    [Fact]
    public void A_plan_ends_with_the_last_contract_when_that_is_billed()
    {
        var ending = OnPlan.After(ContractEnd.Decide(OnPlan, "K-1", Day(3, 16)));
        Assert.Equal(2, ending.ReviewedOn(Day(6, 1)).OpenItems.Length);

        // Two months and half of one at 30.00, with tax; 100.00 were charged.
        var ended = ending.ReviewedOn(Day(6, 1)).BilledUntil(Day(6, 1), 30m).ReviewedOn(Day(6, 2));

        Assert.Null(ended.RunningBudget);
        Assert.Equal(0, ended.BudgetMinor);
        Assert.Null(ended.BudgetOn);
        Assert.Equal(8_942 - 10_000, ended.Item("budget.plan-1.settlement.1")!.Open.Minor);
    }

    [Fact]
    public void A_bill_that_begins_before_the_plan_is_owed()
    {
        var command = Agree() with { From = Day(2, 1) };
        var account = Supplied.After(Decide(Supplied, command)).BilledUntil(Day(3, 1), 10m);

        Assert.Equal(Eur(2_400), account.Balance);
        Assert.Equal(0, account.BudgetMinor);
    }

    [Fact]
    public void Instalments_and_settlement_come_to_what_was_billed() =>
        Gen.Select(
            Gen.Int[1, 12], Gen.Long[1, 20_000], Gen.Bool, Gen.Int[0, 30], Gen.Int[0, 9_000].Array[1, 30])
            .Sample((count, minor, isLevel, percent, cents) =>
            {
                var kind = isLevel ? BudgetKind.Level : BudgetKind.DownPayments;
                var command = Agree(minor, kind, count, percent) with { FirstOn = Day(1, 1) };
                var account = Supplied.After(Decide(Supplied, command));
                var (day, actual) = (Day(1, 1), 0L);
                foreach (var price in cents)
                {
                    account = account.ReviewedOn(day);
                    day = day.PlusMonths(1);
                    var before = account.BudgetMinor;
                    account = account.BilledUntil(day, price / 100m);
                    actual += before - account.BudgetMinor;
                    Assert.True(account.ReviewedOn(day).BudgetOn > day);
                }
                account = account.After(BudgetEnding.Decide(account, Plan, day, Context("wants it")));

                Assert.Equal(actual, account.Balance.Minor);
                Assert.Equal(0, account.BudgetMinor);
            });
}
