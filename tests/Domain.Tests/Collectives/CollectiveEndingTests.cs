using BillingActors.Domain.Accounts;
using BillingActors.Domain.Collectives;
using BillingActors.Domain.Primitives;
using CsCheck;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Collectives.SampleFamily;

namespace BillingActors.Domain.Tests.Collectives;

public sealed class CollectiveEndingTests
{
    private static readonly Account Ended = Parent.After(End(Parent));

    private static readonly Account Emptied = Ended.After(CollectiveEnding.Empty(Ended, Day(2, 2)));

    [Fact]
    public void An_end_is_due_at_once_until_no_child_is_left_and_what_waits_is_billed_still()
    {
        var ended = AssertOnce<AccountEvent.CollectiveEnded>(Parent, a => End(a));

        Assert.Equal(Day(1, 9), Parent.After(ended).CollectiveOn);
        AssertOnce<AccountEvent.CollectiveEmptied>(Ended, a => CollectiveEnding.Empty(a, Day(2, 2)));
        Assert.Equal(Day(1, 15), Emptied.CollectiveOn);
        var taken = Emptied.After(Take(Emptied, Day(1, 15), Waiting("A-1", 1_000)));
        var billed = taken.After(CollectiveBilling.Decide(taken, Day(1, 15)));
        Assert.Equal((Eur(1_200), true), (billed.Balance, billed.Collective!.End!.IsDone));
    }

    [Fact]
    public void An_end_is_refused_where_it_must_be()
    {
        AssertRefused(Refusals.AccountUnknown, End(Account.None));
        AssertRefused(CollectiveRefusals.ParentNotCollecting, End(Open));
        AssertRefused(Refusals.IdInvalid, End(Parent, ("A 9", Parent)));
        AssertRefused(CollectiveRefusals.SuccessorInvalid, End(Parent, ("A-0", Parent)));
        AssertRefused(CollectiveRefusals.ParentUnknown, End(Parent, ("A-9", Account.None)));
        AssertRefused(CollectiveRefusals.ParentNotCollecting, End(Parent, ("A-9", Ended)));
        AssertRefused(Refusals.CurrencyMismatch, End(Parent, ("A-9", Parent with { Currency = Currency.Of("USD") })));
        AssertRefused(CollectiveRefusals.CollectiveEnded, End(Ended, ("A-9", Parent)));
    }

    [Fact]
    public void Nobody_joins_what_has_ended_and_it_starts_again_only_when_empty()
    {
        AssertRefused(
            CollectiveRefusals.ParentNotCollecting, ParentJoining.Decide(Supplied, Ended, "A-0", Day(2, 2)));
        AssertRefused(CollectiveRefusals.CollectiveEnding, CollectiveStart.Decide(Ended, 15, Day(2, 2)));
        AssertRefused(Refusals.AccountInUse, AccountClosing.Decide(Parent, Day(2, 2)));
        AssertRefused(Refusals.AccountInUse, AccountClosing.Decide(Ended, Day(2, 2)));
        Assert.Single(AccountClosing.Decide(Emptied, Day(2, 2)).Events);

        var again = Emptied.After(CollectiveStart.Decide(Emptied, 15, Day(2, 2)));

        Assert.Null(again.Collective!.End);
        Assert.Single(ParentJoining.Decide(Supplied, again, "A-0", Day(2, 2)).Events);
    }

    [Fact]
    public void A_child_goes_back_or_moves_once()
    {
        AssertOnce<AccountEvent.ParentLeft>(Child, a => ParentFollowing.Decide(a, "A-0", null, Day(2, 2)));

        var moved = Child.After(ParentFollowing.Decide(Child, "A-0", ("A-9", Parent), Day(2, 2)));

        Assert.Equal("A-9", moved.ParentId);
        Assert.Empty(ParentFollowing.Decide(moved, "A-0", ("A-9", Parent), Day(2, 2)).Events);
        AssertRefused(Refusals.AccountUnknown, ParentFollowing.Decide(Account.None, "A-0", null, Day(2, 2)));
    }

    [Fact]
    public void A_child_that_nobody_can_take_goes_back() =>
        Gen.Select(Gen.Bool, Gen.Int[0, 3]).Sample((isOpen, which) =>
        {
            var child = isOpen ? Child : Child with { Status = AccountStatus.Closed };
            Account[] others = [Parent, Ended, Account.None, Parent with { Currency = Currency.Of("USD") }];

            var after = child.After(ParentFollowing.Decide(child, "A-0", ("A-9", others[which]), Day(2, 2)));

            Assert.Equal(isOpen && which == 0 ? "A-9" : null, after.ParentId);
        });

    private static Decision<AccountEvent> End(Account account, (string Id, Account State)? successor = null) =>
        CollectiveEnding.Decide(account, successor, "A-0", Day(1, 10));
}
