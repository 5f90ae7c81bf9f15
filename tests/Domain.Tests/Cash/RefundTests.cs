using BillingActors.Domain.Accounts;
using BillingActors.Domain.Approvals;
using BillingActors.Domain.Cash;
using BillingActors.Domain.Primitives;
using CsCheck;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Cash.SampleCash;

namespace BillingActors.Domain.Tests.Cash;

public sealed class RefundTests
{
    private static readonly Account Over = Open.After(Receive(Open, 5000)).WithItem(Item("C-1", -3000, Day(3, 1)));

    [Fact]
    public void Money_to_the_original_payer_is_set_aside_at_once_and_paid_once()
    {
        var requested = AssertOnce<AccountEvent.RefundRequested>(Over, a => Ask(a, OfReceipt("F-1", 4000)));
        var asked = Over.After(requested);
        Assert.Equal(
            (Eur(1000), CashMethod.Wire, "anna"),
            (asked.Unapplied, requested.Refund.Method, requested.Refund.MakerId));

        var paid = AssertOnce<AccountEvent.RefundPaid>(asked, a => Step(a, RefundStepKind.Pay, note: "PAY-1"));

        Assert.Equal(Eur(1000), asked.After(paid).Unapplied);
        // A payment of another name is a second one, which must not look as if it were the first.
        AssertRefused(
            CashRefusals.RefundWrongState, Step(asked.After(paid), RefundStepKind.Pay, note: "PAY-2"));
        AssertRefused(CashRefusals.RefundWrongState, Step(asked.After(paid), RefundStepKind.Reject));
    }

    [Fact]
    public void A_credit_is_paid_back_in_part_and_comes_back_when_the_payment_does()
    {
        var asked = Over.After(Ask(Over, OfCredit("F-1", 1000)));
        Assert.Equal("C-1:-2000", Opens(asked));
        var paid = asked.After(Step(asked, RefundStepKind.Pay));

        var returned = AssertOnce<AccountEvent.RefundReturned>(paid, a => Step(a, RefundStepKind.Return, note: "AC04"));

        Assert.Equal("C-1:-3000", Opens(paid.After(returned)));
    }

    [Fact]
    public void Another_payee_needs_a_second_person_at_any_amount()
    {
        var wanted = new MoneyAction.Refunding(OfReceipt("F-1", 1) with { Payee = "C-9" });
        var take = new TakeAction(wanted, 1_000_000, Today, Today.PlusDays(14));

        var asked = Over.By("anna", ActionTaking.Decide(Over, take, Context("her sister paid")));

        Assert.Equal(Over.Unapplied, asked.Unapplied);
        var approve = new DecideAction("F-1", 1, 1, Today);
        AssertRefused(ApprovalRefusals.SecondPersonNeeded, ActionApproval.Decide(asked, approve, Context()));
        var after = asked.By("ben", ActionApproval.Decide(asked, approve, Context(who: "ben")));
        var refund = after.Cash.Refund("F-1")!;
        Assert.Equal(("anna", RefundState.Approved), (refund.MakerId, refund.State));
        Assert.Single(Step(after, RefundStepKind.Pay).Events);
    }

    [Fact]
    public void Money_that_was_used_meanwhile_voids_the_request()
    {
        var take = new TakeAction(new MoneyAction.Refunding(OfReceipt("F-1", 4000)), 0, Today, Today.PlusDays(14));
        var asked = Over.By("anna", ActionTaking.Decide(Over, take, Context("too much")));
        asked = asked.After(Ask(asked, OfReceipt("F-2", 2000)));

        var decision = ActionApproval.Decide(asked, new DecideAction("F-1", 4000, 4000, Today), Context(who: "ben"));

        Assert.Equal(
            "refund-too-large", Assert.IsType<AccountEvent.ActionVoided>(Assert.Single(decision.Events)).Code);
    }

    // As they were stored before there was one inbox: set aside at once, agreed to later.
    [Fact]
    public void A_refund_of_old_to_another_payee_is_paid_only_if_somebody_agreed()
    {
        var old = Over.After(new AccountEvent.RefundRequested(
            new Refund("F-1", "R-1", null, 4000, CashMethod.Wire, "C-9", "anna", RefundState.Requested), Today));

        AssertRefused(CashRefusals.RefundNotApproved, Step(old, RefundStepKind.Pay));
        Assert.Single(Step(old.After(new AccountEvent.RefundApproved("F-1", "ben", Today)), RefundStepKind.Pay).Events);
        Assert.Equal(Over.Unapplied, old.After(Step(old, RefundStepKind.Reject, "ask again")).Unapplied);
    }

    [Fact]
    public void Refunds_by_hand_count_against_the_limit_of_who_asks()
    {
        var once = Over.After(Ask(Over, OfReceipt("F-1", 600)));

        Assert.Equal(600, once.MovedByHand("anna", "refund", Today));
        var take = new TakeAction(new MoneyAction.Refunding(OfReceipt("F-2", 401)), 1000, Today, Today.PlusDays(14));
        Assert.IsType<AccountEvent.ActionRequested>(
            Assert.Single(ActionTaking.Decide(once, take, Context("too much")).Events));
        Assert.IsType<AccountEvent.RefundRequested>(
            Assert.Single(ActionTaking.Decide(once, take with { LimitMinor = 1001 }, Context("too much")).Events));
    }

    [Fact]
    public void What_is_rejected_is_free_again()
    {
        var asked = Over.After(Ask(Over, OfReceipt("F-1", 4000)));
        asked = asked.After(Ask(asked, OfCredit("F-2", 3000)));
        AssertRefused(Refusals.ReasonMissing, Step(asked, RefundStepKind.Reject));

        AssertOnce<AccountEvent.RefundRejected>(asked, a => Step(a, RefundStepKind.Reject, "no"));
        var after = asked.After(Step(asked, RefundStepKind.Reject, "no"));
        after = after.After(Step(after, RefundStepKind.Reject, "no", id: "F-2"));

        Assert.Equal((Over.Unapplied, Opens(Over)), (after.Unapplied, Opens(after)));
        AssertRefused(CashRefusals.RefundWrongState, Step(after, RefundStepKind.Pay));
        AssertRefused(CashRefusals.RefundWrongState, Step(after, RefundStepKind.Return, note: "AC04"));
    }

    [Fact]
    public void What_is_not_there_or_too_much_is_refused()
    {
        (Refusal Refusal, RequestRefund Wanted)[] cases =
        [
            (CashRefusals.AmountNotPositive, OfReceipt("F-1", 0)),
            (Refusals.IdInvalid, OfReceipt("F 1", 1)),
            (Refusals.IdInvalid, OfReceipt("F-1", 1) with { Payee = "a b" }),
            (CashRefusals.CardNumber, OfReceipt("F-1", 1) with { Payee = "4111111111111111" }),
            (CashRefusals.RefundSourceWrong, OfReceipt("F-1", 1) with { CreditItemId = "C-1" }),
            (CashRefusals.RefundSourceWrong, OfReceipt("F-1", 1) with { ReceiptId = null }),
            (CashRefusals.ReceiptUnknown, OfReceipt("F-1", 1) with { ReceiptId = "R-9" }),
            (CashRefusals.RefundTooLarge, OfReceipt("F-1", 5001)),
            (CashRefusals.ItemUnknown, OfCredit("F-1", 1) with { CreditItemId = "C-9" }),
            (CashRefusals.RefundTooLarge, OfCredit("F-1", 3001)),
        ];

        Assert.All(cases, one => AssertRefused(one.Refusal, Ask(Over, one.Wanted)));
        AssertRefused(Refusals.AccountUnknown, Ask(Account.None, OfReceipt("F-1", 1)));
        AssertRefused(Refusals.AccountUnknown, Step(Account.None, RefundStepKind.Pay));
        AssertRefused(CashRefusals.RefundUnknown, Step(Over, RefundStepKind.Pay));
        AssertRefused(Refusals.ReasonMissing, RefundEntry.Decide(Over, OfReceipt("F-1", 1), Context()));
        var asked = Over.After(Ask(Over, OfReceipt("F-1", 1)));
        AssertRefused(CashRefusals.RefundExists, Ask(asked, OfReceipt("F-1", 2)));
        AssertRefused(CashRefusals.ReferenceInvalid, Step(asked, RefundStepKind.Pay, note: new string('x', 141)));
        AssertRefused(CashRefusals.CardNumber, Step(asked, RefundStepKind.Pay, note: "4111111111111111"));
        AssertRefused(
            Refusals.IdInvalid, Step(asked.After(Step(asked, RefundStepKind.Pay)), RefundStepKind.Return));
    }

    [Fact]
    public void No_more_goes_out_than_came_in() =>
        Gen.Select(Gen.Int[1, 4_000], Gen.Int[0, 4]).Array[1, 12].Sample(asks =>
        {
            var account = Over;
            foreach (var (amount, what) in asks)
            {
                var id = $"F-{amount % 5}";
                var wanted = what % 2 == 0 ? OfReceipt(id, amount) : OfCredit(id, amount);
                account = AfterAny(account, Ask(account, wanted));
                account = AfterAny(account, Step(account, (RefundStepKind)(what % 3), "why", "AC04", "ben", id));
                var paid = account.Cash.Refunds.Where(refund => refund.State == RefundState.Paid);
                Assert.True(paid.Sum(refund => refund.AmountMinor) <= 8000);
                Assert.True(account.Unapplied.Minor >= 0 && account.Balance.Minor <= 0);
            }
        });

    private static Account AfterAny(Account account, Decision<AccountEvent> decision) =>
        decision.IsRefused ? account : account.After(decision);

    private static RequestRefund OfReceipt(string id, long minor) => new(id, "R-1", null, minor, null, null, Today);

    private static RequestRefund OfCredit(string id, long minor) => new(id, null, "C-1", minor, null, null, Today);

    private static Decision<AccountEvent> Ask(Account account, RequestRefund wanted) =>
        RefundEntry.Decide(account, wanted, Context("too much"));

    private static Decision<AccountEvent> Step(
        Account account,
        RefundStepKind kind,
        string? reason = null,
        string? note = null,
        string who = "anna",
        string id = "F-1") =>
        RefundProgress.Decide(account, new RefundStep(id, kind, Today, note), Context(reason, who: who));
}
