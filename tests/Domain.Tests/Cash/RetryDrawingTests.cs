using BillingActors.Domain.Accounts;
using BillingActors.Domain.Cash;
using BillingActors.Domain.Primitives;
using CsCheck;
using NodaTime;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Cash.SampleCash;

namespace BillingActors.Domain.Tests.Cash;

public sealed class RetryDrawingTests
{
    private static readonly LocalDate On = Today.PlusDays(5);

    private static readonly Account Returned = ReturnedOf(CashMethod.DirectDebit);

    [Fact]
    public void What_came_back_is_drawn_once_more_on_its_day_and_pays_what_is_owed()
    {
        Assert.Equal(On, Returned.RetryOn);
        Assert.Empty(Draw(Returned, On.PlusDays(-1)).Events);

        var decision = Draw(Returned, On);

        var booked = Assert.IsType<AccountEvent.ReceiptBooked>(decision.Events[0]);
        Assert.Equal(
            ("R-1.retry-1", "retry", CashMethod.DirectDebit, 5_000L, "R-1"),
            (booked.ReceiptId, booked.Source, booked.Method, booked.AmountMinor, booked.RetryOf));
        var after = Returned.After(decision);
        Assert.Equal((Eur(0), null), (after.Balance, after.RetryOn));
        Assert.Empty(Draw(after, On).Events);
        var again = after.After(Return(after, "R-1.retry-1", On.PlusDays(2)));
        Assert.Equal((2, On.PlusDays(16)), (again.Cash.Retries[0].Attempt, again.RetryOn!.Value));
    }

    [Fact]
    public void No_more_is_drawn_than_is_owed_and_nothing_where_nothing_is()
    {
        var partly = Returned.Settled([ItemShare.Of(Returned.OpenItems[0], Eur(2_000))]);
        Assert.Equal(3_000, ((AccountEvent.ReceiptBooked)Draw(partly, On).Events[0]).AmountMinor);

        var paid = Returned.Settled([ItemShare.Of(Returned.OpenItems[0], Eur(5_000))]);
        var dropped = AssertOnce<AccountEvent.RetryDropped>(paid, a => Draw(a, On));
        Assert.Null(paid.After(dropped).RetryOn);
    }

    [Fact]
    public void A_card_is_drawn_by_its_token_or_not_at_all()
    {
        var card = ReturnedOf(CashMethod.Card);

        Assert.Equal("tok-1", ((AccountEvent.ReceiptBooked)Draw(card, On, "tok-1").Events[0]).CardToken);
        Assert.IsType<AccountEvent.RetryDropped>(Assert.Single(Draw(card, On).Events));
    }

    [Fact]
    public void An_account_on_manual_draws_nothing_and_an_unknown_one_is_refused()
    {
        var manual = Returned.After(new AccountEvent.AutomaticPaymentStopped("AC04", 2, Today));

        Assert.Empty(Draw(manual, On).Events);
        AssertRefused(Refusals.AccountUnknown, Draw(Account.None, On));
    }

    [Fact]
    public void However_much_came_back_and_is_owed_no_more_is_drawn_than_both() =>
        Gen.Select(Gen.Long[1, 9_000], Gen.Long[0, 9_000]).Sample((came, settled) =>
        {
            var account = ReturnedOf(CashMethod.DirectDebit, came);
            var item = account.OpenItems[0];
            var less = Math.Min(settled, item.Open.Minor);
            account = less == 0 ? account : account.Settled([ItemShare.Of(item, Eur(less))]);
            var owed = account.Balance.Minor;

            var after = account.After(Draw(account, On));

            Assert.Equal(Math.Min(came, owed), owed - after.Balance.Minor);
            Assert.Equal(0, after.Unapplied.Minor);
            Assert.Null(after.RetryOn);
        });

    private static Account ReturnedOf(CashMethod method, long minor = 5_000)
    {
        var account = Open.WithItem(Item("A", 5_000, Day(1, 15)));
        account = account.After(ReceiptBooking.Decide(
            account,
            new ReceiveCash("R-1", "bank", method, minor, "EUR", Today, Today)
            {
                CardToken = method == CashMethod.Card ? "tok-1" : null,
            },
            CashTerms.Usual));
        return account.After(Return(account, "R-1", Today));
    }

    private static Decision<AccountEvent> Return(Account account, string receiptId, LocalDate on) =>
        ReceiptReversal.Decide(
            account,
            new ReverseReceipt(receiptId, CashReceiptState.Reversed, "AM04", on),
            ReturnPolicy.Usual with { ReturnCountMax = 9 },
            Context("returned"));

    private static Decision<AccountEvent> Draw(Account account, LocalDate on, string? token = null) =>
        RetryDrawing.Decide(account, on, token, CashTerms.Usual);
}
