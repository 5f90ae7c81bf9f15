using BillingActors.Domain.Accounts;
using BillingActors.Domain.Approvals;
using BillingActors.Domain.Cash;
using BillingActors.Domain.Collections;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Disputes;
using BillingActors.Domain.Ledger;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Transfers;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Credits.SampleItems;
using static BillingActors.Domain.Tests.Transfers.SampleTransfers;

namespace BillingActors.Domain.Tests.Transfers;

public sealed class TransferSendingTests
{
    [Fact]
    public void Items_leave_once_and_are_in_transit()
    {
        var sent = AssertOnce<AccountEvent.TransferSent>(Sender, a => Send(a, Start()));

        var after = Sender.After(sent);
        Assert.Equal([Invoice, Fee], sent.Value.Items.Select(item => item.ItemId));
        Assert.Equal([Credit], after.OpenItems.Select(item => item.Id));
        Assert.Equal(
            [("in-transit", 12_500L), ("receivables", -12_500L)],
            PostingRules.EntryOf(sent, Euro)!.Postings.Select(p => (p.LedgerAccount, p.Amount.Minor)));
        Assert.Equal(Day(4, 1), after.TransferWaitsSince);
    }

    [Fact]
    public void Named_items_go_by_id_or_number_and_nothing_else_does()
    {
        var sent = AssertOnce<AccountEvent.TransferSent>(Sender, a => Send(a, Start(items: ["INV-00000001", Credit])));

        Assert.Equal([Invoice, Credit], sent.Value.Items.Select(item => item.ItemId));
        Assert.Equal(11_000, sent.Value.NetMinor);
        Assert.Equal(13_000, sent.Value.EffectMinor);
    }

    [Fact]
    public void Money_goes_oldest_first_and_only_as_much_as_is_wanted()
    {
        var command = Start(TransferScope.Cash) with { AmountMinor = 3_500 };
        var sent = AssertOnce<AccountEvent.TransferSent>(Sender, a => Send(a, command));

        var after = Sender.After(sent);
        Assert.Equal([("R-1", 3_000L), ("R-2", 500L)], sent.Value.Cash.Select(c => (c.ReceiptId, c.AmountMinor)));
        Assert.Equal(Eur(3_500), after.Unapplied);
        Assert.Equal(
            [("in-transit", -3_500L), ("unapplied-cash", 3_500L)],
            PostingRules.EntryOf(sent, Euro)!.Postings.Select(p => (p.LedgerAccount, p.Amount.Minor)));
    }

    [Fact]
    public void Credits_and_the_whole_balance_go_too()
    {
        var credits = AssertOnce<AccountEvent.TransferSent>(Sender, a => Send(a, Start(TransferScope.Credits)));
        var balance = AssertOnce<AccountEvent.TransferSent>(Sender, a => Send(a, Start(TransferScope.Balance)));

        Assert.Equal(-1_000, credits.Value.NetMinor);
        Assert.Equal(12_000 + 500 - 1_000 - 7_000, balance.Value.NetMinor);
        var after = Sender.After(balance);
        Assert.Empty(after.OpenItems);
        Assert.True(after.Unapplied.IsZero);
    }

    [Fact]
    public void What_a_person_sends_counts_toward_a_limit_and_above_it_waits()
    {
        var action = new MoneyAction.Transferring(Start());
        var take = new TakeAction(action, 12_500, Day(4, 1), Day(4, 5));

        var sent = Sender.After(ActionTaking.Decide(Sender, take, Context("moved house")));
        Assert.Equal(12_500, sent.MovedByHand("anna", "transfer", Day(4, 1)));
        var asked = ActionTaking.Decide(Sender, take with { LimitMinor = 12_499 }, Context("moved house"));
        Assert.Equal(12_500, Assert.IsType<AccountEvent.ActionRequested>(Assert.Single(asked.Events)).EffectMinor);
    }

    [Fact]
    public void An_unknown_account_is_refused() =>
        AssertRefused(Refusals.AccountUnknown, Send(Account.None, Start()));

    [Theory]
    [InlineData("")]
    [InlineData("t 1")]
    [InlineData("t-23456789-23456789-23456789-23456789-23456789-2345")]
    public void A_bad_id_is_refused(string id) => AssertRefused(Refusals.IdInvalid, Send(Sender, Start(id: id)));

    [Fact]
    public void A_missing_reason_is_refused() =>
        AssertRefused(Refusals.ReasonMissing, TransferSending.Decide(Sender, Start(), Context()));

    [Fact]
    public void The_same_id_with_another_content_is_refused()
    {
        var after = Sender.After(Send(Sender, Start()));
        AssertRefused(TransferRefusals.TransferExists, Send(after, Start(TransferScope.Credits)));
        AssertRefused(TransferRefusals.TransferExists, Send(after, Start() with { To = "north/A-3" }));
        AssertRefused(TransferRefusals.TransferExists, Send(after, Start(items: [Fee])));
    }

    [Fact]
    public void The_account_itself_and_other_legal_entities_are_refused()
    {
        AssertRefused(TransferRefusals.TransferToSelf, Send(Sender, Start() with { To = From }));
        AssertRefused(TransferRefusals.OtherEntity, Send(Sender, Start() with { To = "south/A-2" }));
        AssertRefused(Refusals.IdInvalid, Send(Sender, Start() with { To = "north/A 2" }));
    }

    [Fact]
    public void What_does_not_belong_to_the_scope_is_refused()
    {
        AssertRefused(TransferRefusals.ScopeWrong, Send(Sender, Start(TransferScope.Cash, items: [Fee])));
        AssertRefused(TransferRefusals.ScopeWrong, Send(Sender, Start() with { AmountMinor = 1 }));
        AssertRefused(TransferRefusals.ScopeWrong, Send(Sender, Start((TransferScope)9)));
    }

    [Fact]
    public void Unknown_items_and_items_named_twice_are_refused()
    {
        AssertRefused(CreditRefusals.ItemUnknown, Send(Sender, Start(items: ["none"])));
        AssertRefused(TransferRefusals.ItemsInvalid, Send(Sender, Start(items: [Fee, Fee])));
    }

    [Fact]
    public void Money_that_is_not_there_is_refused()
    {
        var cash = Start(TransferScope.Cash);
        AssertRefused(CashRefusals.AmountNotPositive, Send(Sender, cash with { AmountMinor = 0 }));
        AssertRefused(CashRefusals.CashShort, Send(Sender, cash with { AmountMinor = 7_001 }));
        AssertRefused(TransferRefusals.NothingToTransfer, Send(Open, cash));
        AssertRefused(TransferRefusals.NothingToTransfer, Send(Open, Start()));
    }

    [Fact]
    public void A_disputed_item_is_refused_when_named_and_stays_when_all_go()
    {
        var dispute = new OpenDispute("D-1", Invoice, 100, "price", "anna", Day(3, 20), null);
        var disputed = Sender.After(DisputeOpening.Decide(Sender, dispute, DisputePolicy.Default));

        AssertRefused(CollectionRefusals.ItemDisputed, Send(disputed, Start(items: [Invoice])));
        var sent = AssertOnce<AccountEvent.TransferSent>(disputed, a => Send(a, Start()));
        Assert.Equal([Fee], sent.Value.Items.Select(item => item.ItemId));
    }

    [Fact]
    public void An_item_that_is_promised_or_in_a_plan_is_refused_when_named()
    {
        var promise = new AccountEvent.PromiseMade("P-1", 100, Day(4, 1), Day(4, 5), "customer", [Invoice]);
        var promised = Sender.After(promise);
        var plan = new AgreePlan("L-1", Day(4, 1), [Invoice], [Day(5, 1), Day(6, 1)], null);
        var planned = Sender.After(PlanAgreement.Decide(Sender, plan, new PlanRule(12, 400, 5, 2)));

        AssertRefused(CollectionRefusals.ItemElsewhere, Send(promised, Start(items: [Invoice])));
        AssertRefused(CollectionRefusals.ItemElsewhere, Send(planned, Start(items: [Invoice])));
    }

    [Fact]
    public void A_receipt_whose_money_is_on_its_way_cannot_go_back_and_then_claims_it()
    {
        var sent = Sender.After(Send(Sender, Start(TransferScope.Cash)));
        var reverse = new ReverseReceipt("R-1", CashReceiptState.Reversed, "MD07", Day(4, 3));
        Decision<AccountEvent> Reverse(Account a) =>
            ReceiptReversal.Decide(a, reverse, ReturnPolicy.Usual, Context("returned"));

        AssertRefused(TransferRefusals.TransferPending, Reverse(sent));
        var completed = sent.After(TransferSettling.Decide(sent, "t-1", null, Day(4, 2)));
        var reversed = Reverse(completed).Events.OfType<AccountEvent.ReceiptReversed>().Single();
        Assert.Equal(3_000, reversed.DebitMinor);
        Assert.Equal(Eur(0), completed.After(reversed).Unapplied);
    }

    [Fact]
    public void An_account_is_not_closed_while_something_is_on_its_way()
    {
        var sent = Sender.After(Send(Sender, Start()));
        AssertRefused(TransferRefusals.TransferPending, AccountClosing.Decide(sent, Day(4, 2)));
        Assert.False(AccountClosing.Decide(
            sent.After(TransferSettling.Decide(sent, "t-1", null, Day(4, 2))), Day(4, 2)).IsRefused);
    }
}
