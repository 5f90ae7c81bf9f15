using BillingActors.Domain.Accounts;
using BillingActors.Domain.Cash;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Transfers;
using CsCheck;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Cash.SampleCash;

namespace BillingActors.Domain.Tests.Cash;

public sealed class ReceiptChargebackTests
{
    /// <summary>400.00 paid all that is owed but 20.00 of the last item.</summary>
    private static readonly Account Paid = Card(Owing, 40000);

    [Fact]
    public void What_was_paid_last_is_open_again_at_its_old_due_date_and_no_more_of_it()
    {
        Assert.Equal("I-3:2000", Opens(Paid));

        var first = Paid.After(Charge(Paid, 1500));
        var second = first.After(Charge(first, 5000, "B-2"));

        Assert.Equal("I-3:3500", Opens(first));
        Assert.Equal("I-2:2500 I-3:6000", Opens(second));
        Assert.Equal(Owing.Item("I-2")!.DueOn, second.Item("I-2")!.DueOn);
        var receipt = second.Cash.Receipt("R-1")!;
        Assert.Equal((6500L, 33500L), (receipt.ChargedBackMinor, receipt.ChargeableMinor));
        Assert.Equal(33500, receipt.AppliedMinor);
        Assert.True(receipt.IsBooked);
    }

    [Fact]
    public void The_newest_application_goes_first()
    {
        var account = Card(Owing, 18000, onAccount: true, new ItemWish("I-1"));
        account = account.After(CashApplication.Decide(
            account, new ApplyCash("R-1", "by-hand", [new ItemWish("I-3")], Today), CashTerms.Usual));
        Assert.Equal("I-2:24000", Opens(account));

        var after = account.After(Charge(account, 7000));

        Assert.Equal("I-1:1000 I-2:24000 I-3:6000", Opens(after));
        Assert.True(after.Cash.Receipt("R-1")!.Application("by-hand")!.IsUndone);
        Assert.Equal(11000, after.Cash.Receipt("R-1")!.Application("received")!.CashMinor);
    }

    [Fact]
    public void Free_money_goes_before_what_is_about_to_be_refunded_and_that_before_what_was_paid()
    {
        var account = Card(Owed(Item("I-1", 3000, Day(2, 28))), 5000);
        account = account.After(RefundEntry.Decide(account, Refund("F-1", 1200), Context("too much")));

        var free = account.After(Charge(account, 800));
        var held = account.After(Charge(account, 801));
        var all = account.After(Charge(account, 2100));

        Assert.Equal(RefundState.Requested, free.Cash.Refund("F-1")!.State);
        Assert.Equal((RefundState.Rejected, Eur(1199)), (held.Cash.Refund("F-1")!.State, held.Unapplied));
        Assert.Equal(("I-1:100", Eur(0)), (Opens(all), all.Unapplied));
    }

    [Fact]
    public void What_was_refunded_of_it_is_claimed_and_its_refund_is_not_free_again()
    {
        var account = Refunded(2000);

        var after = account.After(Charge(account, 4000));

        Assert.Equal("I-1:3000 R-1.chargeback-B-1:1000", Opens(after));
        Assert.Equal(ItemKind.DebitMemo, after.OpenItems[1].Kind);
        Assert.Equal((1000L, RefundState.Reclaimed),
            (after.Cash.Receipt("R-1")!.RefundedMinor, after.Cash.Refund("F-1")!.State));
        AssertRefused(
            CashRefusals.RefundReclaimed,
            RefundProgress.Decide(after, new RefundStep("F-1", RefundStepKind.Return, Today, "AC01"), Context()));
        AssertRefused(CashRefusals.RefundTooLarge, RefundEntry.Decide(after, Refund("F-2", 1), Context("again")));
    }

    [Fact]
    public void A_discount_and_a_small_difference_fall_away_with_the_item_they_were_for()
    {
        var application = new CashApplied(
            "received",
            AppliedBy.Wish,
            Today,
            [ItemShare.Of(Owing.Item("I-1")!, Eur(12000)), ItemShare.Of(Owing.Item("I-2")!, Eur(24000))],
            35438,
            62,
            [new CashDiscount("I-2", 420, [new TaxRelief("VAT", 80)])]);
        var booked = Owing.After(new AccountEvent.ReceiptBooked(
            "R-1", "shop", CashMethod.Card, 35438, Today, Today, null, null, "tok-1", null, null, false));
        var account = booked.After(new AccountEvent.ReceiptApplied("R-1", application));

        var after = account.After(Charge(account, 438));

        // 4.38 of money, 0.62 of difference and 5.00 of discount.
        Assert.Equal("I-2:1000 I-3:6000", Opens(after));
        var left = after.Cash.Receipt("R-1")!.Application("received")!;
        Assert.Equal((35000L, 0L, 0), (left.CashMinor, left.DifferenceMinor, left.Discounts.Length));
    }

    [Fact]
    public void A_part_is_won_once_and_pays_what_is_owed_then()
    {
        var lost = Paid.After(Charge(Paid, 5000));
        Assert.Equal("I-2:1000 I-3:6000", Opens(lost));

        var won = lost.After(Win(lost));

        Assert.Equal("I-3:2000", Opens(won));
        Assert.Empty(Win(won).Events);
        Assert.Equal(40000, won.Cash.Receipt("R-1")!.ChargeableMinor);
        AssertRefused(CashRefusals.NotChargedBack, Win(won, "B-9"));
        Assert.Empty(Charge(won, 5000).Events);
        Assert.Equal("I-2:1000 I-3:6000", Opens(won.After(Charge(won, 5000, "B-2"))));
    }

    [Fact]
    public void What_is_left_of_it_can_go_back_whole_and_come_again_before_its_parts()
    {
        var part = Paid.After(Charge(Paid, 5000));
        var whole = part.After(Reverse(part));

        Assert.Equal(Owing.OpenItems.AsEnumerable(), whole.OpenItems.AsEnumerable());
        Assert.Equal(35000, Reverse(part).Events.OfType<AccountEvent.ReceiptReversed>().Single().AmountMinor);
        AssertRefused(CashRefusals.ReceiptReversed, Win(whole));
        AssertRefused(CashRefusals.ReceiptReversed, Charge(whole, 1, "B-2"));
        var back = whole.After(ChargebackWin.Decide(whole, new WinChargeback("R-1", null, Today), CashTerms.Usual));
        Assert.Equal("I-2:1000 I-3:6000", Opens(back));
        Assert.Equal("I-3:2000", Opens(back.After(Win(back))));
    }

    [Fact]
    public void All_of_it_can_go_in_parts_and_then_nothing_is_left_to_go()
    {
        var all = Paid.After(Charge(Paid, 40000));

        Assert.Equal(Owing.OpenItems.AsEnumerable(), all.OpenItems.AsEnumerable());
        AssertRefused(CashRefusals.ChargebackTooLarge, Charge(all, 1, "B-2"));
        AssertRefused(CashRefusals.ReceiptReversed, Reverse(all));
        AssertRefused(CashRefusals.RefundTooLarge, RefundEntry.Decide(all, Refund("F-1", 1), Context("x")));
    }

    [Fact]
    public void The_same_case_again_is_nothing_and_with_another_content_is_refused()
    {
        AssertOnce<AccountEvent.ReceiptChargedBack>(Card(Open, 900), account => Charge(account, 500));
        var after = Paid.After(Charge(Paid, 500));

        Assert.Empty(Charge(after, 500).Events);
        AssertRefused(CashRefusals.ChargebackExists, Charge(after, 501));
        AssertRefused(CashRefusals.ChargebackExists, Decide(after, Wanted(500) with { ReasonCode = "other" }));
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        AssertRefused(Refusals.AccountUnknown, Charge(Account.None, 1));
        AssertRefused(Refusals.ReasonMissing, ReceiptChargeback.Decide(Paid, Wanted(1), Context()));
        AssertRefused(Refusals.IdInvalid, Charge(Paid, 1, "no id"));
        AssertRefused(CashRefusals.CardNumber, Charge(Paid, 1, "4111111111111111"));
        AssertRefused(Refusals.IdInvalid, Decide(Paid, Wanted(1) with { ReasonCode = "" }));
        AssertRefused(CashRefusals.AmountNotPositive, Charge(Paid, 0));
        AssertRefused(CashRefusals.ReceiptUnknown, Decide(Paid, Wanted(1) with { ReceiptId = "R-9" }));
        AssertRefused(CashRefusals.ChargebackTooLarge, Charge(Paid, 40001));
        AssertRefused(CashRefusals.NotByCard, Charge(Owing.After(Receive(Owing, 100)), 1));
        AssertRefused(Refusals.AccountUnknown, Win(Account.None));
        AssertRefused(CashRefusals.ReceiptUnknown, Win(Owing));
        AssertRefused(CashRefusals.NotChargedBack, Win(Paid));
    }

    [Fact]
    public void Money_that_is_on_its_way_elsewhere_does_not_go_back_and_is_claimed_once_it_arrived()
    {
        var account = Card(Open, 5000, onAccount: true);
        var start = new StartTransfer("t-1", "north/A-1", "north/A-2", TransferScope.Cash, [], 3000, Today);
        var sent = account.After(TransferSending.Decide(account, start, Context("moved house")));
        AssertRefused(TransferRefusals.TransferPending, Charge(sent, 1));
        var completed = sent.After(TransferSettling.Decide(sent, "t-1", null, Today));

        var after = completed.After(Charge(completed, 2500));

        Assert.Equal(("R-1.chargeback-B-1:500", Eur(0)), (Opens(after), after.Unapplied));
        Assert.Equal(2500, after.Cash.Receipt("R-1")!.TransferredMinor);
    }

    [Fact]
    public void Whatever_is_charged_back_and_won_no_money_is_made_or_lost() =>
        Gen.Select(Gen.Int[1, 9_000].Array[0, 5], Gen.Int[1, 30_000], Gen.Int[0, 9_000], Gen.Int[1, 9_000].Array[1, 5])
            .Sample((dues, paid, refund, parts) =>
            {
                var owing = Owed([.. dues.Select((due, i) => Item($"I-{i}", due, Day(1, 1).PlusDays(i)))]);
                var account = Refunded(Card(owing, paid), refund);
                var before = Worth(account);
                for (var i = 0; i < parts.Length; i++)
                {
                    var decision = Charge(account, parts[i], $"B-{i}");
                    Assert.Equal(parts[i] > account.Cash.Receipt("R-1")!.ChargeableMinor, decision.IsRefused);
                    account = decision.IsRefused ? account : account.After(decision);
                    Holds(account, before);
                }
                foreach (var part in account.Cash.Receipt("R-1")!.Chargebacks)
                {
                    account = account.After(Win(account, part.Id));
                    Holds(account, before);
                }
                Assert.Equal(before, Worth(account));
            });

    // Whatever goes back is owed again or not free any more: what the customer is worth moves by exactly that.
    private static void Holds(Account account, long before)
    {
        var receipt = account.Cash.Receipt("R-1")!;
        Assert.Equal(before + receipt.ChargedBackMinor, Worth(account));
        Assert.Equal(
            receipt.AmountMinor,
            receipt.AppliedMinor + receipt.UnappliedMinor + receipt.RefundedMinor + receipt.ChargedBackMinor);
        Assert.True(receipt is { UnappliedMinor: >= 0, RefundedMinor: >= 0, AppliedMinor: >= 0 });
        Assert.All(account.OpenItems, item => Assert.InRange(item.Open.Minor, 1, item.Original.Minor));
    }

    private static long Worth(Account account) => account.Balance.Minor - account.Unapplied.Minor;

    private static Account Refunded(long minor) =>
        Refunded(Card(Owed(Item("I-1", 3000, Day(2, 28))), 5000), minor);

    private static Account Refunded(Account account, long minor)
    {
        var wanted = Math.Min(minor, account.Unapplied.Minor);
        if (wanted == 0)
            return account;
        account = account.After(RefundEntry.Decide(account, Refund("F-1", wanted), Context("too much")));
        return account.After(RefundProgress.Decide(
            account, new RefundStep("F-1", RefundStepKind.Pay, Today), Context()));
    }

    private static Account Card(Account account, long minor, params ReadOnlySpan<ItemWish> wishes) =>
        Card(account, minor, false, wishes);

    private static Account Card(
        Account account, long minor, bool onAccount, params ReadOnlySpan<ItemWish> wishes) =>
        account.After(ReceiptBooking.Decide(
            account,
            Money("R-1", minor, wishes) with
            {
                Method = CashMethod.Card,
                CardToken = "tok-1",
                IsOnAccount = onAccount,
            },
            CashTerms.Usual));

    private static RequestRefund Refund(string id, long minor) => new(id, "R-1", null, minor, null, null, Today);

    private static ChargeBack Wanted(long minor, string id = "B-1") => new("R-1", id, minor, "fraud", Today);

    private static Decision<AccountEvent> Charge(Account account, long minor, string id = "B-1") =>
        Decide(account, Wanted(minor, id));

    private static Decision<AccountEvent> Decide(Account account, ChargeBack wanted) =>
        ReceiptChargeback.Decide(account, wanted, Context("the card holder's bank says so"));

    private static Decision<AccountEvent> Win(Account account, string id = "B-1") =>
        ChargebackWin.Decide(account, new WinChargeback("R-1", id, Today), CashTerms.Usual);

    private static Decision<AccountEvent> Reverse(Account account) => ReceiptReversal.Decide(
        account,
        new ReverseReceipt("R-1", CashReceiptState.ChargedBack, "fraud", Today),
        ReturnPolicy.Usual,
        Context("the card holder's bank says so"));
}
