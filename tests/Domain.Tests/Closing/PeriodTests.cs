using BillingActors.Domain.Accounts;
using BillingActors.Domain.Closing;
using BillingActors.Domain.Primitives;
using CsCheck;
using NodaTime;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;

namespace BillingActors.Domain.Tests.Closing;

public sealed class PeriodTests
{
    private static readonly YearMonth March = new(2025, 3);

    private static readonly AccountingPeriods Soft = After(AccountingPeriods.None, Lock(March));

    private static readonly AccountingPeriods Hard = After(Soft, Lock(March, isHard: true));

    [Fact]
    public void A_soft_lock_lets_finance_in_and_a_hard_lock_nobody()
    {
        Assert.Null(AccountingPeriods.None.Window.FirstOpenDay(passesSoftLock: false));
        Assert.Equal(Day(4, 1), Soft.Window.FirstOpenDay(passesSoftLock: false));
        Assert.Null(Soft.Window.FirstOpenDay(passesSoftLock: true));
        Assert.Equal(Day(4, 1), Hard.Window.FirstOpenDay(passesSoftLock: true));
    }

    [Fact]
    public void A_month_is_locked_when_it_is_over()
    {
        Refused(PeriodRefusals.MonthNotOver, PeriodLock.Decide(Soft, new(March, false, Day(3, 31))));
        Assert.Single(PeriodLock.Decide(AccountingPeriods.None, new(March, false, Day(4, 1))).Events);
    }

    [Fact]
    public void The_soft_lock_comes_first() =>
        Refused(PeriodRefusals.SoftLockMissing, PeriodLock.Decide(Soft, Lock(March.PlusMonths(1), isHard: true)));

    [Fact]
    public void The_same_lock_again_is_nothing_new()
    {
        Assert.Empty(PeriodLock.Decide(Soft, Lock(March)).Events);
        Assert.Empty(PeriodLock.Decide(Hard, Lock(March, isHard: true)).Events);
        Assert.Empty(PeriodLock.Decide(Hard, Lock(March.PlusMonths(-1))).Events);
    }

    [Fact]
    public void Reopening_takes_two_people_and_a_reason()
    {
        Refused(Refusals.ReasonMissing, PeriodReopenRequest.Decide(Hard, March, Context()));
        Refused(Refusals.ReasonMissing, PeriodReopening.Decide(Hard, March, Context(who: "berta")));
        Refused(PeriodRefusals.ReopeningUnknown, PeriodReopening.Decide(Hard, March, Context("late", who: "berta")));
        var asked = Ask(Hard);
        Refused(PeriodRefusals.SecondPersonNeeded, PeriodReopening.Decide(asked, March, Context("late")));

        var decision = PeriodReopening.Decide(asked, March, Context("late", who: "berta"));

        var opened = Assert.IsType<PeriodEvent.Reopened>(Assert.Single(decision.Events));
        Assert.Equal("anna", opened.RequestedBy);
        var after = asked.Apply(opened, Context(who: "berta").Actor);
        Assert.Equal(new BookingWindow(Day(3, 1), Day(3, 1)), after.Window);
        Assert.Empty(PeriodReopening.Decide(after, March, Context("late", who: "berta")).Events);
    }

    [Fact]
    public void An_open_month_is_not_reopened() =>
        Refused(PeriodRefusals.MonthOpen, PeriodReopenRequest.Decide(Hard, March.PlusMonths(1), Context("late")));

    [Fact]
    public void The_same_request_again_is_nothing_new() =>
        Assert.Empty(PeriodReopenRequest.Decide(Ask(Hard), March, Context("late")).Events);

    [Fact]
    public void A_lock_makes_a_request_void()
    {
        var locked = After(Ask(Hard), Lock(March.PlusMonths(1)));

        Refused(PeriodRefusals.ReopeningUnknown, PeriodReopening.Decide(locked, March, Context("late", who: "berta")));
    }

    [Fact]
    public void Whatever_is_asked_locks_are_moved_back_by_two_people_only() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[1, 12], Gen.Int[0, 1]).Array[1, 60].Sample(steps =>
        {
            var periods = AccountingPeriods.None;
            foreach (var (step, month, who) in steps)
            {
                var context = Context("why not", who: who == 0 ? "anna" : "berta");
                var (asked, wanted) = (periods.RequestedBy, new YearMonth(2025, month));
                var decision = step switch
                {
                    0 => PeriodLock.Decide(periods, new(wanted, false, Day(12, 31))),
                    1 => PeriodLock.Decide(periods, new(wanted, true, Day(12, 31))),
                    2 => PeriodReopenRequest.Decide(periods, wanted, context),
                    _ => PeriodReopening.Decide(periods, wanted, context),
                };
                var before = periods.Window;
                foreach (var happened in decision.Events)
                    periods = periods.Apply(happened, context.Actor);
                if (periods.Window.SoftLockedUntil < before.SoftLockedUntil
                    || periods.Window.HardLockedUntil < before.HardLockedUntil)
                {
                    Assert.IsType<PeriodEvent.Reopened>(Assert.Single(decision.Events));
                    Assert.NotEqual(asked, context.Actor);
                }
            }
        });

    private static AccountingPeriods Ask(AccountingPeriods periods)
    {
        var decision = PeriodReopenRequest.Decide(periods, March, Context("late"));
        return periods.Apply(Assert.Single(decision.Events), Context().Actor);
    }

    private static LockPeriod Lock(YearMonth month, bool isHard = false) => new(month, isHard, Day(12, 31));

    private static AccountingPeriods After(AccountingPeriods periods, LockPeriod wanted) =>
        periods.Apply(Assert.Single(PeriodLock.Decide(periods, wanted).Events), Context().Actor);

    private static void Refused(Refusal expected, Decision<PeriodEvent> decision)
    {
        Assert.Equal(expected, decision.Refusal);
        Assert.Empty(decision.Events);
    }
}
