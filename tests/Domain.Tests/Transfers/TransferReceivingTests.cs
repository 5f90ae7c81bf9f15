using BillingActors.Domain.Accounts;
using BillingActors.Domain.Cash;
using BillingActors.Domain.Ledger;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Transfers;
using CsCheck;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Transfers.SampleTransfers;

namespace BillingActors.Domain.Tests.Transfers;

public sealed class TransferReceivingTests
{
    private static readonly Account Sent = Sender.After(Send(Sender, Start(TransferScope.Balance)));

    [Fact]
    public void Items_and_money_arrive_once_with_all_that_was_known_of_them()
    {
        var received = AssertOnce<AccountEvent.TransferReceived>(Open, a => TransferReceiving.Decide(a, Leg(Sent)));

        var after = Open.After(received);
        Assert.Equal(["t-1.1", "t-1.2", "t-1.3"], after.OpenItems.Select(item => item.Id));
        Assert.Equal(
            Sender.OpenItems.Select(item => item with { Id = "" }),
            after.OpenItems.Select(item => item with { Id = "" }));
        Assert.Equal(Eur(7_000), after.Unapplied);
        var receipt = after.Cash.Receipt("t-1.cash-1")!;
        Assert.Equal(
            (CashMethod.Wire, "PAY R-1", true, "t-1"),
            (receipt.Method, receipt.Reference, receipt.IsOnAccount, receipt.TransferId));
        Assert.Equal(Sender.Balance, after.Balance);
        Assert.Equal(-4_500, Posted(TransferPostings.InTransit, received));
    }

    [Fact]
    public void What_arrived_goes_back_where_it_came_in_and_not_here()
    {
        var after = Open.After(TransferReceiving.Decide(Open, Leg(Sent)));
        var reverse = new ReverseReceipt("t-1.cash-1", CashReceiptState.Reversed, "AM04", Day(4, 3));

        AssertRefused(
            TransferRefusals.ReceiptTransferred,
            ReceiptReversal.Decide(after, reverse, ReturnPolicy.Usual, Context("returned")));
    }

    [Fact]
    public void An_unknown_account_keeps_nothing() =>
        AssertRefused(TransferRefusals.TargetUnknown, TransferReceiving.Decide(Account.None, Leg(Sent)));

    [Fact]
    public void What_does_not_fit_is_refused_for_good()
    {
        var foreign = Account.None.After(Opening with { Currency = "USD" });
        var elsewhere = Account.None.After(Opening with { EntityId = "south" });
        var other = Account.None.After(Opening with { CustomerId = "C-2" });
        var bound = Sent.TransferOut("t-1")! with { CustomerId = "C-1" };

        AssertRefusedForGood(Refusals.AccountClosed, Open.After(new AccountEvent.Closed(Day(4, 1))), Leg(Sent));
        AssertRefusedForGood(Refusals.CurrencyMismatch, foreign, Leg(Sent));
        AssertRefusedForGood(TransferRefusals.OtherEntity, elsewhere, Leg(Sent));
        AssertRefusedForGood(TransferRefusals.OtherCustomer, other, Leg(Sent) with { Transfer = bound });
        Assert.False(TransferReceiving.Decide(Open, Leg(Sent) with { Transfer = bound }).IsRefused);
    }

    [Fact]
    public void An_id_that_another_sender_used_is_refused()
    {
        var taken = Open.After(TransferReceiving.Decide(Open, Leg(Sent)));

        AssertRefusedForGood(TransferRefusals.IdTaken, taken, Leg(Sent) with { From = "north/A-9" });
    }

    [Fact]
    public void The_same_transfer_with_another_content_breaks_an_invariant()
    {
        var taken = Open.After(TransferReceiving.Decide(Open, Leg(Sent)));
        var other = Sender.After(Send(Sender, Start()));

        Assert.Throws<BrokenInvariantException>(() => TransferReceiving.Decide(taken, Leg(other)));
    }

    [Fact]
    public void Whatever_is_sent_is_in_transit_until_it_arrives_and_a_return_undoes_it_exactly() =>
        Gen.Select(Gen.Enum<TransferScope>(), Gen.Long[1, 9_000], Gen.Bool).Sample((scope, amount, isClosed) =>
        {
            var command = Start(scope) with { AmountMinor = scope == TransferScope.Cash ? amount : null };
            var decision = Send(Sender, command);
            if (decision.IsRefused)
                return;
            var sent = decision.Events[0];
            var sender = Sender.After(sent);
            var receiver = isClosed ? Open.After(new AccountEvent.Closed(Day(4, 1))) : Open;
            var arrived = TransferReceiving.Decide(receiver, Leg(sender)).Events[0];
            receiver = receiver.After(arrived);
            var code = receiver.TransferIn(From, "t-1")!.Code;
            var ended = TransferSettling.Decide(sender, "t-1", code, Day(4, 2)).Events[0];
            sender = sender.After(ended);

            Assert.Equal(0, Posted(TransferPostings.InTransit, sent, arrived, ended));
            Assert.Equal(
                Sender.Balance - Sender.Unapplied,
                sender.Balance - sender.Unapplied + receiver.Balance - receiver.Unapplied);
            Assert.Equal(isClosed, code is not null);
            if (isClosed)
                Assert.Equal(Holdings(Sender), Holdings(sender));
        });

    private static void AssertRefusedForGood(Refusal refusal, Account receiver, ReceiveTransfer leg)
    {
        var refused = AssertOnce<AccountEvent.TransferRefused>(receiver, a => TransferReceiving.Decide(a, leg));
        Assert.Equal(refusal.Code, refused.Code);
        Assert.Null(PostingRules.EntryOf(refused, Euro));
        Assert.Equal(Holdings(receiver), Holdings(receiver.After(refused)));
    }
}
