using BillingActors.Domain.Accounts;
using BillingActors.Domain.Cash;
using BillingActors.Domain.Primitives;
using CsCheck;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Cash.SampleCash;

namespace BillingActors.Domain.Tests.Cash;

public sealed class ReceiptReversalTests
{
    private static readonly ReturnPolicy Charging = ReturnPolicy.Usual with { FeeMinor = 350 };

    private static readonly Account Paid = Owing.After(Drawn(Owing, "R-1", 13000));

    [Fact]
    public void Items_are_open_again_at_their_old_due_dates_and_a_fee_is_new()
    {
        var decision = Reverse(Paid, "AM04");

        var after = Paid.After(decision);
        Assert.Equal(Owing.OpenItems.AsEnumerable(), after.OpenItems.Where(item => item.Kind == ItemKind.Invoice));
        Assert.Equal(("R-1.fee", Eur(350), Today.PlusDays(14)), Facts(after.OpenItems[^1]));
        Assert.Equal((Eur(0), CashReceiptState.Reversed), (after.Unapplied, after.Cash.Receipts[0].State));
        Assert.Equal(
            new PlannedRetry("R-1", 13000, 1, Today.PlusDays(5), Today), Assert.Single(after.Cash.Retries));
    }

    [Fact]
    public void The_same_reversal_again_is_nothing_and_another_one_is_refused()
    {
        var after = Paid.After(Reverse(Paid, "AM04"));

        Assert.Empty(Reverse(after, "AM04").Events);
        AssertRefused(CashRefusals.ReceiptReversed, Reverse(after, "AC04"));
        AssertRefused(CashRefusals.ReceiptReversed, Reverse(after, "AM04", CashReceiptState.DebitMemo));
    }

    [Fact]
    public void With_a_debit_memo_items_stay_paid_and_one_claim_stands_in()
    {
        var account = Owing.After(Drawn(Owing, "R-1", 50000));

        var after = account.After(Reverse(account, "wrong-account", CashReceiptState.DebitMemo));

        Assert.Equal("R-1.debit:42000", Opens(after));
        Assert.Equal(ItemKind.DebitMemo, after.OpenItems[0].Kind);
        Assert.Equal(Eur(0), after.Unapplied);
    }

    [Fact]
    public void What_was_refunded_of_it_is_claimed_and_what_was_about_to_be_is_not_paid()
    {
        var account = Open.After(Drawn(Open, "R-1", 5000));
        account = account.After(RefundEntry.Decide(account, Refund("F-1", 2000), Context("too much")));
        account = account.After(RefundProgress.Decide(
            account, new RefundStep("F-1", RefundStepKind.Pay, Today), Context()));
        account = account.After(RefundEntry.Decide(account, Refund("F-2", 1000), Context("too much")));

        var after = account.After(Reverse(account, "MD06"));

        Assert.Equal("R-1.debit:2000 R-1.fee:350", Opens(after));
        Assert.Equal((RefundState.Reclaimed, RefundState.Rejected),
            (after.Cash.Refund("F-1")!.State, after.Cash.Refund("F-2")!.State));
        AssertRefused(
            CashRefusals.RefundReclaimed,
            RefundProgress.Decide(after, new RefundStep("F-1", RefundStepKind.Return, Today, "AC01"), Context()));
        AssertRefused(CashRefusals.ReceiptReversed, RefundEntry.Decide(after, Refund("F-3", 1), Context("x")));
    }

    [Theory]
    [InlineData("AM04", true, 1, false)]
    [InlineData("R01", true, 1, false)]
    [InlineData("AC04", true, 0, true)]
    [InlineData("MD01", true, 0, true)]
    [InlineData("MD07", false, 0, true)]
    [InlineData("XX99", false, 0, false)]
    [InlineData("entry-error", false, 0, false)]
    public void The_code_says_what_follows(string code, bool costs, int retries, bool isStopped)
    {
        var after = Paid.After(Reverse(Paid, code));

        Assert.Equal(costs, after.Item("R-1.fee") is not null);
        Assert.Equal((retries, isStopped), (after.Cash.Retries.Length, after.Cash.IsManual));
        Assert.Equal(code == "entry-error" ? 0 : 1, after.Cash.ReturnCount);
    }

    [Fact]
    public void The_second_return_puts_the_account_on_manual_until_it_is_resumed()
    {
        var first = Paid.After(Reverse(Paid, "AM04"));
        var again = first.After(ReceiptBooking.Decide(
            first, Debit("R-2", 13000) with { RetryOf = "R-1" }, CashTerms.Usual));
        Assert.Empty(again.Cash.Retries);
        Assert.Equal((1, Today), (again.Cash.Receipts[1].Attempt, again.Cash.Receipts[1].FirstReturnedOn));

        var second = again.After(Reverse(again, "AM04", id: "R-2"));

        Assert.Equal((true, 2, 0), (second.Cash.IsManual, second.Cash.ReturnCount, second.Cash.Retries.Length));
        AssertOnce<AccountEvent.AutomaticPaymentResumed>(
            second, a => AutomaticPayment.Decide(a, Today, Context("new bank account")));
        AssertRefused(Refusals.ReasonMissing, AutomaticPayment.Decide(second, Today, Context()));
        AssertRefused(Refusals.AccountUnknown, AutomaticPayment.Decide(Account.None, Today, Context("x")));
    }

    [Fact]
    public void Attempts_end_with_their_plan_and_within_their_window()
    {
        var patient = Charging with { ReturnCountMax = 9, RetryAfterDays = [5, 100] };
        var first = Paid.After(Reverse(Paid, "R01", policy: patient));
        var drawn = first.After(ReceiptBooking.Decide(
            first, Debit("R-2", 13000) with { RetryOf = "R-1" }, CashTerms.Usual));

        var twice = drawn.After(Reverse(drawn, "R01", policy: patient, id: "R-2"));
        Assert.Equal(2, Assert.Single(twice.Cash.Retries).Attempt);
        Assert.Empty(drawn.After(
            Reverse(drawn, "R01", policy: patient with { RetryWindowDays = 99 }, id: "R-2")).Cash.Retries);
        Assert.Empty(drawn.After(
            Reverse(drawn, "R01", policy: patient with { RetryAfterDays = [5] }, id: "R-2")).Cash.Retries);
    }

    [Fact]
    public void A_chargeback_is_won_once_and_pays_what_is_owed_then()
    {
        var card = Owing.After(ReceiptBooking.Decide(
            Owing, Money("R-1", 12000) with { Method = CashMethod.Card, CardToken = "tok-1" }, CashTerms.Usual));
        var lost = card.After(Reverse(card, "fraud", CashReceiptState.ChargedBack));
        Assert.Equal(Owing.OpenItems.AsEnumerable(), lost.OpenItems.AsEnumerable());
        Assert.Equal(0, lost.Cash.ReturnCount);

        var decision = Win(lost);

        var won = lost.After(decision);
        Assert.Equal("I-2:24000 I-3:6000", Opens(won));
        Assert.Empty(Win(won).Events);
        Assert.Equal("won-2", Applied(
            Win(won.After(Reverse(won, "fraud", CashReceiptState.ChargedBack)))).Id);
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        AssertRefused(Refusals.AccountUnknown, Reverse(Account.None, "AM04"));
        AssertRefused(Refusals.IdInvalid, Reverse(Paid, "no code"));
        AssertRefused(Refusals.IdInvalid, Reverse(Paid, "AM04", CashReceiptState.Booked));
        AssertRefused(CashRefusals.ReceiptUnknown, Reverse(Paid, "AM04", id: "R-9"));
        AssertRefused(CashRefusals.NotByCard, Reverse(Paid, "fraud", CashReceiptState.ChargedBack));
        AssertRefused(
            Refusals.ReasonMissing,
            ReceiptReversal.Decide(Paid, Command("AM04", CashReceiptState.Reversed), Charging, Context()));
        AssertRefused(Refusals.AccountUnknown, Win(Account.None));
        AssertRefused(CashRefusals.ReceiptUnknown, Win(Paid, "R-9"));
        AssertRefused(CashRefusals.NotChargedBack, Win(Paid));
    }

    [Fact]
    public void Whatever_was_paid_a_reversal_gives_all_of_it_back() =>
        Gen.Select(Gen.Int[1, 9_000].Array[0, 6], Gen.Int[1, 30_000], Gen.Bool).Sample((dues, paid, isMemo) =>
        {
            var before = Owed([.. dues.Select((due, i) => Item($"I-{i}", due, Day(1, 1).PlusDays(i)))]);
            var account = before.After(Drawn(before, "R-1", paid));
            var state = isMemo ? CashReceiptState.DebitMemo : CashReceiptState.Reversed;
            var after = account.After(Reverse(account, "duplicate", state));
            Assert.Equal(before.Balance, after.Balance);
            Assert.Equal(0, after.Unapplied.Minor);
            if (!isMemo)
                Assert.Equal(before.OpenItems.AsEnumerable(), after.OpenItems.AsEnumerable());
        });

    private static ReceiveCash Debit(string id, long minor) =>
        Money(id, minor) with { Method = CashMethod.DirectDebit };

    private static Decision<AccountEvent> Drawn(Account account, string id, long minor) =>
        ReceiptBooking.Decide(account, Debit(id, minor), CashTerms.Usual);

    private static RequestRefund Refund(string id, long minor) => new(id, "R-1", null, minor, null, null, Today);

    private static Decision<AccountEvent> Reverse(
        Account account,
        string code,
        CashReceiptState state = CashReceiptState.Reversed,
        string id = "R-1",
        ReturnPolicy? policy = null) =>
        ReceiptReversal.Decide(
            account, Command(code, state) with { ReceiptId = id }, policy ?? Charging, Context("the bank says so"));

    private static Decision<AccountEvent> Win(Account account, string id = "R-1") =>
        ChargebackWin.Decide(account, new WinChargeback(id, null, Today), CashTerms.Usual);

    private static ReverseReceipt Command(string code, CashReceiptState state) => new("R-1", state, code, Today);

    private static (string Id, Money Open, NodaTime.LocalDate DueOn) Facts(OpenItem item) =>
        (item.Id, item.Open, item.DueOn);
}
