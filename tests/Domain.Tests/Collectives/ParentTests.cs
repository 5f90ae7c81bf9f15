using BillingActors.Domain.Accounts;
using BillingActors.Domain.Budgets;
using BillingActors.Domain.Collectives;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tests.Budgets;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Collectives.SampleFamily;

namespace BillingActors.Domain.Tests.Collectives;

public sealed class ParentTests
{
    [Fact]
    public void Collective_bills_start_once_and_their_day_can_be_moved()
    {
        var started = AssertOnce<AccountEvent.CollectiveStarted>(Open, a => CollectiveStart.Decide(a, 15, Day(1, 15)));

        Assert.Equal(Day(2, 15), started.NextOn);
        var moved = Open.After(started).After(CollectiveStart.Decide(Open.After(started), 20, Day(1, 16)));
        Assert.Equal((20, Day(1, 20)), (moved.Collective!.BillDay, moved.CollectiveOn));
    }

    [Fact]
    public void A_start_is_refused_where_it_must_be()
    {
        AssertRefused(Refusals.AccountUnknown, CollectiveStart.Decide(Account.None, 15, Day(1, 1)));
        AssertRefused(CollectiveRefusals.BillDayInvalid, CollectiveStart.Decide(Open, 0, Day(1, 1)));
        AssertRefused(CollectiveRefusals.BillDayInvalid, CollectiveStart.Decide(Open, 29, Day(1, 1)));
        AssertRefused(CollectiveRefusals.HierarchyTooDeep, CollectiveStart.Decide(Child, 15, Day(1, 1)));
    }

    [Fact]
    public void A_child_joins_once_and_leaves_once()
    {
        AssertOnce<AccountEvent.ParentJoined>(Supplied, a => Join(a, Parent));
        AssertOnce<AccountEvent.ParentLeft>(Child, a => ParentLeaving.Decide(a, Day(2, 1)));
        AssertRefused(Refusals.AccountUnknown, ParentLeaving.Decide(Account.None, Day(2, 1)));
    }

    [Fact]
    public void Joining_is_refused_where_it_must_be()
    {
        AssertRefused(Refusals.AccountUnknown, Join(Account.None, Parent));
        AssertRefused(Refusals.IdInvalid, Join(Supplied, Parent, "north/A-0"));
        AssertRefused(CollectiveRefusals.ParentExists, Join(Child, Parent, "A-9"));
        AssertRefused(CollectiveRefusals.ParentUnknown, Join(Supplied, Account.None));
        AssertRefused(CollectiveRefusals.ParentUnknown, Join(Supplied, Parent with { EntityId = "south" }));
        AssertRefused(CollectiveRefusals.ParentUnknown, Join(Supplied, Parent with { Status = AccountStatus.Closed }));
        AssertRefused(Refusals.CurrencyMismatch, Join(Supplied, Parent with { Currency = Currency.Of("USD") }));
        AssertRefused(CollectiveRefusals.ParentNotCollecting, Join(Supplied, Supplied));
        AssertRefused(CollectiveRefusals.HierarchyTooDeep, Join(Parent, Parent));
        AssertRefused(BudgetRefusals.BudgetRuns, Join(SampleBudget.OnPlan, Parent));
        AssertRefused(CollectiveRefusals.PaidByParent, SampleBudget.Decide(Child, SampleBudget.Agree()));
    }

    [Fact]
    public void A_parent_that_has_taken_bills_is_not_closed_before_they_are_billed()
    {
        var taken = Parent.After(Take(Parent, Day(1, 15), Waiting("A-1", 1000)));

        AssertRefused(Refusals.AccountInUse, AccountClosing.Decide(taken, Day(1, 15)));
    }

    private static Decision<AccountEvent> Join(Account child, Account parent, string id = "A-0") =>
        ParentJoining.Decide(child, parent, id, Day(1, 1));
}
