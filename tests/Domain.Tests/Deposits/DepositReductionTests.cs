using BillingActors.Domain.Accounts;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Deposits;
using BillingActors.Domain.Ledger;
using BillingActors.Domain.Primitives;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Deposits.SampleDeposit;

namespace BillingActors.Domain.Tests.Deposits;

public sealed class DepositReductionTests
{
    private static readonly Account InParts = Customer
        .After(new AccountEvent.DepositAssessed("deposit-1", DepositBasis.Hand, 20_000, 0, Day(3, 1)))
        .Requested(Day(3, 1), 3);

    [Fact]
    public void The_parts_due_last_fall_away_first()
    {
        var paid = InParts.Paid(6_667, Day(3, 2), "deposit-1.part-1");

        var reduced = AssertOnce<AccountEvent.DepositReduced>(paid, account => Decide(account, 10_000));
        var after = paid.After(reduced);

        Assert.Equal("deposit-1.part-2:3333", Opens(after));
        Assert.Equal(
            [new Posting("receivables", Eur(-10_000)), new Posting("deposits-billed", Eur(10_000))],
            PostingRules.EntryOf(reduced, Euro)!.Postings);
        Assert.Equal(10_000, after.MovedByHand("anna", "waive-deposit", Day(3, 5)));
    }

    [Fact]
    public void A_deposit_is_paid_whole_when_nothing_of_it_is_left_to_pay()
    {
        var paid = InParts.Paid(6_667, Day(3, 2), "deposit-1.part-1");

        var after = paid.After(Decide(paid, 6_667));

        Assert.Equal((DepositStatus.Held, Day(3, 5)), (DepositOf(after).Status, DepositOf(after).PaidOn!.Value));
        Assert.Empty(after.OpenItems);
    }

    [Fact]
    public void A_deposit_that_nobody_paid_can_be_cancelled_before_and_after_it_was_asked_for()
    {
        var assessed = Customer.After(
            new AccountEvent.DepositAssessed("deposit-1", DepositBasis.Hand, 20_000, 0, Day(3, 1)));

        Assert.Equal(DepositStatus.Cancelled, DepositOf(assessed.After(Decide(assessed, 0))).Status);
        var cancelled = InParts.After(Decide(InParts, 0));
        Assert.Equal(DepositStatus.Cancelled, DepositOf(cancelled).Status);
        Assert.Empty(cancelled.OpenItems);
    }

    [Fact]
    public void What_cannot_be_reduced_is_refused()
    {
        var paid = InParts.Paid(6_667, Day(3, 2), "deposit-1.part-1");
        var cancelled = InParts.After(Decide(InParts, 0));

        AssertRefused(Refusals.AccountUnknown, Decide(Account.None, 1));
        AssertRefused(DepositRefusals.DepositUnknown, Decide(Customer, 1));
        AssertRefused(DepositRefusals.NotLower, Decide(InParts, 20_000));
        AssertRefused(DepositRefusals.NotLower, Decide(InParts, -1));
        AssertRefused(DepositRefusals.DepositPaid(Eur(6_667)), Decide(paid, 6_666));
        AssertRefused(DepositRefusals.DepositExists, Decide(cancelled, 1));
        AssertRefused(DepositRefusals.DepositEnded, Decide(cancelled, 1, "other"));
        AssertRefused(Refusals.IdInvalid, Decide(InParts, 1, "no id"));
        AssertRefused(Refusals.ReasonMissing, DepositReduction.Decide(
            InParts, new ReduceDeposit("less-1", "deposit-1", 1, Day(3, 5)), Context()));
        AssertRefused(Refusals.DateNotAllowed, DepositReduction.Decide(
            InParts, new ReduceDeposit("less-1", "deposit-1", 1, Day(2, 5)), Context("why")));
    }

    [Fact]
    public void A_deposit_is_neither_adjusted_nor_written_off()
    {
        var adjust = new AdjustItem(
            "adj-1", "deposit-1.part-1", 1, AdjustmentKind.Goodwill, "courtesy", Day(4, 1));
        var writeOff = new WriteOffItems(
            "wo-1", WriteOffKind.BadDebt, "gone", Day(4, 1), [new TaxedItem("deposit-1.part-1", [])]);

        AssertRefused(CreditRefusals.ItemIsDeposit, ItemAdjustment.Decide(InParts, adjust, Context("why")));
        AssertRefused(CreditRefusals.ItemIsDeposit, ItemWriteOff.Decide(InParts, writeOff, Context("why")));
    }

    private static Decision<AccountEvent> Decide(Account account, long minor, string id = "less-1") =>
        DepositReduction.Decide(account, new ReduceDeposit(id, "deposit-1", minor, Day(3, 5)), Context("why"));
}
