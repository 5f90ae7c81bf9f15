using BillingActors.Domain.Accounts;
using BillingActors.Domain.Approvals;
using BillingActors.Domain.Cash;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Deposits;
using BillingActors.Domain.Primitives;
using CsCheck;
using NodaTime;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Collections.SampleDebt;
using static BillingActors.Domain.Tests.Deposits.SampleDeposit;

namespace BillingActors.Domain.Tests.Deposits;

public sealed class DepositReleaseTests
{
    [Fact]
    public void A_deposit_pays_what_is_overdue_and_the_rest_is_paid_out()
    {
        var account = Deposited(Day(1, 10)).After(Invoice("A", 12_000, Day(2, 15)), Invoice("B", 5_000, Day(4, 15)));

        var decision = Decide(account, Release(Day(3, 11)), Refunding);
        var after = account.After(decision);

        // 200.00 for 60 days at 3.65 % are 1.20; 201.20 less 120.00 are 81.20.
        Assert.Equal("B:5000", Opens(after));
        Assert.Equal(120, decision.Of<AccountEvent.DepositInterestCredited>().Single().AmountMinor);
        Assert.Equal(20_000, decision.Of<AccountEvent.DepositReleased>().Single().AmountMinor);
        var settled = decision.Of<AccountEvent.CreditApplied>().Single().Settlement;
        Assert.Equal(
            [("deposit-1.credit-1", -120), ("deposit-1.credit-2", -11_880), ("A", 12_000)],
            settled.Shares.Select(share => (share.ItemId, share.AmountMinor)));
        var refund = decision.Of<AccountEvent.RefundRequested>().Single().Refund;
        Assert.Equal((8_120, "deposit-1.credit-2.refund"), (refund.AmountMinor, refund.Id));
        Assert.Equal(0, Booked(All(account, decision), "deposits-billed"));
        Assert.Equal(20_000, Booked(decision.Events, "deposits-held"));
        Assert.Equal(-8_120, Booked(decision.Events, "refunds-payable"));
        Assert.Equal(DepositStatus.Released, DepositOf(after).Status);
        Assert.Empty(Decide(after, Release(Day(3, 11)), Refunding).Events);
    }

    [Fact]
    public void A_deposit_that_is_credited_stays_on_the_account()
    {
        var account = Deposited(Day(1, 10));

        var after = account.After(Decide(account, Release(Day(3, 11)), Terms));

        Assert.Equal("deposit-1.credit-1:-120 deposit-1.credit-2:-20000", Opens(after));
        Assert.All(after.OpenItems, item => Assert.Equal(ItemKind.DepositCredit, item.Kind));
    }

    [Fact]
    public void Taken_for_arrears_the_rest_is_held_on_and_bears_on()
    {
        var account = Deposited(Day(1, 10)).After(
            Invoice("B", 2_000, Day(2, 20)), Invoice("A", 3_000, Day(2, 15)), Invoice("C", 9_000, Day(4, 15)));

        var decision = Decide(account, Release(Day(3, 11), cause: DepositCause.Arrears), Refunding);
        var after = account.After(decision);

        Assert.Equal("C:9000", Opens(after));
        Assert.Equal(
            ["deposit-1.credit-1", "A", "B"],
            decision.Of<AccountEvent.CreditApplied>().Single().Settlement.Shares.Select(share => share.ItemId));
        Assert.Equal((15_000, DepositStatus.Held), (DepositOf(after).HeldMinor, DepositOf(after).Status));
        Assert.Empty(decision.Of<AccountEvent.DepositInterestCredited>());
        Assert.Equal(
            [new DepositSegment(Day(1, 10), Day(3, 11), 20_000)], DepositOf(after).Interest!.Segments);
        // 60 days of 200.00 and 20 of 150.00: 1.20 and 0.30.
        var rest = Decide(after, Release(Day(3, 31), id: "release-2"), Terms);
        Assert.Equal(150, rest.Of<AccountEvent.DepositInterestCredited>().Single().AmountMinor);
    }

    [Fact]
    public void Less_than_the_arrears_pays_the_oldest_first()
    {
        var account = Deposited(Day(1, 10)).After(Invoice("B", 2_000, Day(2, 20)), Invoice("A", 3_000, Day(2, 15)));

        var after = account.After(Decide(account, Release(Day(3, 11), 3_500, DepositCause.Arrears), Refunding));

        Assert.Equal("B:1500", Opens(after));
    }

    [Fact]
    public void A_payment_that_bounces_after_the_release_is_owed_again_and_nothing_is_held()
    {
        var account = Deposited(Day(1, 10));
        var released = account.After(Decide(account, Release(Day(3, 11), null), Terms));

        var bounced = released.After(ReceiptReversal.Decide(
            released,
            new ReverseReceipt("R-1", CashReceiptState.Reversed, "AM04", Day(3, 12)),
            ReturnPolicy.Usual,
            Context("returned")));

        Assert.Equal(-20_000, DepositOf(bounced).HeldMinor);
        Assert.Equal(Eur(20_000), bounced.Item("deposit-1.part-1")!.Open);
        AssertRefused(DepositRefusals.NotHeld, Decide(bounced, Release(Day(3, 20), id: "release-2"), Refunding));
        AssertRefused(
            DepositRefusals.DepositPaid(Eur(20_000)),
            DepositReduction.Decide(
                bounced, new ReduceDeposit("less-1", "deposit-1", 0, Day(3, 20)), Context("why")));
        Assert.Equal(0, DepositOf(bounced.Paid(20_000, Day(4, 1), "deposit-1.part-1")).HeldMinor);
    }

    [Fact]
    public void What_cannot_be_released_is_refused()
    {
        var held = Deposited(Day(1, 10));
        var gone = held.After(Decide(held, Release(Day(3, 11)), Refunding));
        var noRate = Refunding with { Interest = Rates with { Rates = [] } };

        AssertRefused(Refusals.AccountUnknown, Decide(Account.None, Release(Day(3, 11)), Refunding));
        AssertRefused(DepositRefusals.DepositUnknown, Decide(Customer, Release(Day(3, 11)), Refunding));
        AssertRefused(Refusals.IdInvalid, Decide(held, Release(Day(3, 11), id: ""), Refunding));
        AssertRefused(Refusals.ReasonMissing, DepositRelease.Decide(held, Release(Day(3, 11)), Refunding, Context()));
        AssertRefused(DepositRefusals.NotHeld, Decide(Asked(Day(1, 1)), Release(Day(3, 11)), Refunding));
        AssertRefused(Refusals.DateNotAllowed, Decide(held, Release(Day(1, 9)), Refunding));
        AssertRefused(CreditRefusals.AmountNotPositive, Decide(held, Release(Day(3, 11), 0), Refunding));
        AssertRefused(DepositRefusals.AboveHeld(Eur(20_000)), Decide(held, Release(Day(3, 11), 20_001), Refunding));
        AssertRefused(
            DepositRefusals.ArrearsMissing,
            Decide(held, Release(Day(3, 11), cause: DepositCause.Arrears), Refunding));
        AssertRefused(DepositRefusals.RateMissing(2025), Decide(held, Release(Day(3, 11)), noRate));
        AssertRefused(DepositRefusals.DepositExists, Decide(gone, Release(Day(3, 11), 1), Refunding));
        AssertRefused(DepositRefusals.DepositEnded, Decide(gone, Release(Day(3, 11), id: "release-2"), Refunding));
    }

    [Fact]
    public void Above_the_limit_a_release_waits_for_a_second_person()
    {
        var held = Deposited(Day(1, 10));
        var action = new MoneyAction.ReleasingDeposit(Release(Day(3, 11)), Refunding);
        var take = new TakeAction(action, 5_000, Day(3, 11), Day(3, 25));

        var asked = Assert.Single(ActionTaking.Decide(held, take, Context("moved")).Events);
        var waiting = held.Apply(asked, new EventEnvelope(Context("moved"), "hash", null, 2, []));
        var approved = ActionApproval.Decide(
            waiting,
            new DecideAction("release-1", 20_000, 50_000, Day(3, 12)),
            Context("fine", who: "ben"));

        Assert.Equal(20_000, DepositOf(waiting).HeldMinor);
        Assert.Equal(0, DepositOf(waiting.After(approved)).HeldMinor);
        Assert.IsType<AccountEvent.ActionApproved>(approved.Events[0]);
    }

    [Fact]
    public void A_waiver_within_the_limit_is_done_at_once_and_counts_on_the_day()
    {
        var asked = Asked(Day(1, 10));
        var action = new MoneyAction.WaivingDeposit(new ReduceDeposit("less-1", "deposit-1", 15_000, Day(1, 11)));

        var once = asked.After(ActionTaking.Decide(
            asked, new TakeAction(action, 5_000, Day(1, 11), Day(1, 25)), Context("hardship")));
        var more = new MoneyAction.WaivingDeposit(new ReduceDeposit("less-2", "deposit-1", 14_000, Day(1, 11)));
        var twice = ActionTaking.Decide(
            once, new TakeAction(more, 5_000, Day(1, 11), Day(1, 25)), Context("hardship"));

        Assert.Equal(15_000, DepositOf(once).AmountMinor);
        Assert.IsType<AccountEvent.ActionRequested>(Assert.Single(twice.Events));
    }

    [Fact]
    public void Money_of_a_deposit_is_neither_made_nor_lost() =>
        Gen.Select(Gen.Long[1, 50_000], Gen.Long[1, 50_000].Array[0, 5], Gen.Int[1, 900], Gen.Bool).Sample(
            (minor, debts, days, isRefunded) =>
            {
                var day = new LocalDate(2023, 3, 1);
                var account = Customer
                    .After(new AccountEvent.DepositAssessed("deposit-1", DepositBasis.Hand, minor, 0, day))
                    .Requested(day)
                    .Paid(minor, day);
                foreach (var (debt, i) in debts.Select((debt, i) => (debt, i)))
                    account = account.After(Invoice($"I-{i}", debt, new LocalDate(2023, 3, 1).PlusDays(i * 40)));
                var policy = Terms with
                {
                    Release = Terms.Release with { IsRefunded = isRefunded },
                };

                var decision = Decide(account, Release(day.PlusDays(days)), policy);
                var after = account.After(decision);

                var interest = decision.Of<AccountEvent.DepositInterestCredited>().Sum(e => e.AmountMinor);
                var refunded = decision.Of<AccountEvent.RefundRequested>().Sum(e => e.Refund.AmountMinor);
                Assert.Equal(account.Balance.Minor - minor - interest + refunded, after.Balance.Minor);
                Assert.Equal(minor, Booked(decision.Events, "deposits-held"));
                Assert.Equal(interest, Booked(decision.Events, "deposit-interest"));
                Assert.True(!isRefunded || after.OpenItems.All(item => item.Open.Minor > 0));
            });

    private static IEnumerable<AccountEvent> All(Account account, Decision<AccountEvent> decision) =>
    [
        new AccountEvent.DepositRequested("deposit-1", DepositOf(account).Instalments, Day(1, 10)),
        new AccountEvent.ReceiptApplied("R-1", account.Cash.Receipts[0].Applications[0]),
        .. decision.Events,
    ];

    private static Decision<AccountEvent> Decide(Account account, ReleaseDeposit wanted, DepositPolicy policy) =>
        DepositRelease.Decide(account, wanted, policy, Context("why"));
}
