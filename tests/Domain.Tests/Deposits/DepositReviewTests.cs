using BillingActors.Domain.Accounts;
using BillingActors.Domain.Cash;
using BillingActors.Domain.Collections;
using BillingActors.Domain.Deposits;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Statements;
using NodaTime;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Collections.SampleDebt;
using static BillingActors.Domain.Tests.Deposits.SampleDeposit;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tests.Deposits;

public sealed class DepositReviewTests
{
    private static readonly LocalDate Start2024 = new(2024, 3, 1);

    [Fact]
    public void A_good_history_gives_the_deposit_back_on_its_day()
    {
        var (account, days) = Live(Deposited(Start2024), new LocalDate(2026, 1, 1));

        // Interest on 1 January, the deposit after twelve months; each on its day, without anything in between.
        Assert.Equal([Day(1, 1), Day(3, 1)], days);
        Assert.Equal(DepositStatus.Released, DepositOf(account).Status);
        // 306 of 366 days at 5 %, and 59 of 365 at 3.65 %: 8.3607 and 1.18.
        Assert.Equal(954, DepositOf(account).InterestMinor);
        Assert.Null(account.ReviewOn);
    }

    [Fact]
    public void One_bill_may_be_late_and_with_a_second_one_the_months_count_from_the_first()
    {
        var once = Late(Deposited(Start2024), "A", new LocalDate(2024, 6, 1));
        var twice = Late(once, "B", new LocalDate(2024, 9, 1));

        Assert.Equal(Day(3, 1), ReleasedOn(once));
        Assert.Equal(Day(6, 11), ReleasedOn(twice));
    }

    [Fact]
    public void Days_of_grace_are_not_late()
    {
        var late = Late(Late(Deposited(Start2024), "A", new LocalDate(2024, 6, 1)), "B", new LocalDate(2024, 9, 1));
        var lenient = Terms with { Release = Terms.Release with { LateAfterDays = 10 } };

        Assert.Equal(Day(3, 1), ReleasedOn(late, lenient));
    }

    [Fact]
    public void A_returned_payment_counts_for_twelve_months()
    {
        var account = Deposited(Start2024)
            .After(Invoice("A", 1_000, new LocalDate(2024, 6, 1)))
            .Paid(1_000, new LocalDate(2024, 5, 30), "A");
        account = account
            .After(ReceiptReversal.Decide(
                account,
                new ReverseReceipt("R-2", CashReceiptState.Reversed, "AM04", new LocalDate(2024, 5, 31)),
                ReturnPolicy.Usual,
                Context("returned")))
            .Paid(1_000, new LocalDate(2024, 6, 1), "A");

        Assert.Equal(Day(5, 31), ReleasedOn(account));
    }

    [Fact]
    public void A_disconnection_counts_for_twelve_months()
    {
        var account = Deposited(Start2024).After(
            new AccountEvent.ServiceOrdered(
                "cut-1", ServiceOrderKind.Disconnect, "K-1", "SP-1", new LocalDate(2024, 4, 1)),
            new AccountEvent.ServiceOrderDone("cut-1", new LocalDate(2024, 4, 2)));

        Assert.Equal(new DepositMark(
            DepositMarkKind.Disconnection, "cut-1", new LocalDate(2024, 4, 2), 0), account.Deposited.Marks.Single());
        Assert.Equal(0, DepositOf(account.After(DepositReview.Decide(account, Terms, Day(4, 1)))).ReleasedMinor);
        Assert.Equal(20_000, DepositOf(account.After(DepositReview.Decide(account, Terms, Day(4, 2)))).ReleasedMinor);
    }

    [Fact]
    public void What_is_overdue_holds_the_deposit_back()
    {
        var account = Deposited(Start2024).After(Invoice("A", 1_000, Day(2, 1)));

        var after = account.After(Review(account, Day(3, 1)));

        Assert.Equal(20_000, DepositOf(after).HeldMinor);
        Assert.InRange(after.ReviewOn!.Value, Day(3, 2), Day(3, 31));
    }

    [Fact]
    public void The_final_bill_takes_the_deposit_and_the_rest_goes_back()
    {
        var account = Deposited(Day(1, 10)).After(new AccountEvent.ContractEnded("K-1", null, Day(3, 1)));
        account = account.After(Review(account, Day(1, 11)));
        Assert.Equal(20_000, DepositOf(account).HeldMinor);

        var final = account.After(Final("F", 15_000, Day(3, 1)));
        Assert.Equal(Day(3, 2), final.ReviewOn);
        var after = final.After(Review(final, Day(3, 11), Refunding));

        // 1.20 of interest; 201.20 less a final bill of 150.00 that is not even due.
        Assert.Empty(after.OpenItems);
        Assert.Equal(5_120, Assert.Single(after.Cash.Refunds).AmountMinor);
        Assert.Equal(DepositStatus.Released, DepositOf(after).Status);
    }

    [Fact]
    public void On_the_final_bill_what_was_not_paid_is_not_asked_for()
    {
        var asked = Asked(Day(1, 10)).Paid(5_000, Day(1, 10), "deposit-1.part-1")
            .After(new AccountEvent.ContractEnded("K-1", null, Day(3, 1)), Final("F", 1_000, Day(3, 1)));

        var decision = Review(asked, Day(3, 2), Terms with { Interest = null });
        var after = asked.After(decision);

        var reduced = decision.Of<AccountEvent.DepositReduced>().Single();
        Assert.Equal(
            (20_000, 5_000, DepositCause.FinalBill),
            (reduced.AmountMinorBefore, reduced.AmountMinor, reduced.Cause));
        Assert.Equal("deposit-1.credit-1:-4000", Opens(after));
        Assert.Null(after.ReviewOn);
    }

    [Fact]
    public void A_year_without_a_rate_is_waited_for()
    {
        var noRate = Terms with { Interest = Rates with { Rates = [new(2024, 5m)] } };
        var account = Deposited(Start2024);

        var january = account.After(Review(account, Day(1, 1), noRate));
        var waiting = january.After(Review(january, Day(3, 1), noRate));
        var released = waiting.After(Review(waiting, Day(3, 8)));

        Assert.Equal(836, DepositOf(january).InterestMinor);
        Assert.Equal((20_000, Day(3, 8)), (DepositOf(waiting).HeldMinor, waiting.ReviewOn!.Value));
        Assert.Equal(0, DepositOf(released).HeldMinor);
    }

    [Fact]
    public void An_unpaid_deposit_is_dunned_without_fee_or_interest()
    {
        var asked = Asked(Day(1, 10));
        var due = Day(1, 24);
        var policies = new ReviewPolicies(
            Collections.SampleDebt.Policy with { Interest = Collections.SampleDebt.Interest },
            Domain.Disputes.DisputePolicy.Default,
            Terms);

        var reminded = asked.After(CollectionReview.Decide(asked, policies, due.PlusDays(5)));
        var warned = CollectionReview.Decide(reminded, policies, due.PlusDays(20));
        var charging = policies with { Dunning = policies.Dunning with { ChargesDeposits = true } };
        var charged = CollectionReview.Decide(reminded, charging, due.PlusDays(20));

        Assert.Single(warned.Of<AccountEvent.LetterSent>());
        Assert.Empty(warned.Of<AccountEvent.FeeCharged>());
        Assert.Empty(warned.Of<AccountEvent.InterestCharged>());
        Assert.Equal(500, charged.Of<AccountEvent.FeeCharged>().Single().AmountMinor);
        Assert.Empty(charged.Of<AccountEvent.InterestCharged>());
    }

    [Fact]
    public void A_statement_shows_the_deposit_asked_for_paid_and_given_back()
    {
        var history = new AccountHistory(DateTimeZone.Utc);
        var account = Account.None;
        Add(Opening, new AccountEvent.DepositAssessed("deposit-1", DepositBasis.Hand, 20_000, 0, Day(1, 2)));
        Add([.. DepositRequest.Decide(account, new RequestDeposit("deposit-1", 1, null, Day(1, 2)), Terms).Events]);
        Add([.. ReceiptBooking.Decide(
            account, new ReceiveCash("R-1", "bank", CashMethod.Wire, 20_000, "EUR", Day(1, 10), Day(1, 10)),
            CashTerms.Usual).Events]);
        Add([.. DepositRelease.Decide(account, Release(Day(3, 11)), Refunding, Context("moved")).Events]);

        var statement = BalanceForwardStatement.Of(history, Day(1, 1), Day(12, 31), AgeingBasis.DueDate);

        Assert.Equal(
            [
                ("deposit-requested", "deposit-1.part-1", 20_000), ("receipt-booked", null, -20_000),
                ("deposit-interest-credited", "deposit-1.credit-1", -120),
                ("deposit-released", "deposit-1.credit-2", -20_000), ("refund-requested", "deposit-1.credit-1", 120),
                ("refund-requested", "deposit-1.credit-2", 20_000),
            ],
            statement.Movements.Select(movement => (movement.What, movement.Reference, movement.AmountMinor)));
        Assert.Equal(0, statement.ClosingMinor);

        void Add(params ReadOnlySpan<AccountEvent> events)
        {
            foreach (var happened in events)
            {
                var envelope = Envelope("c", history.Version + 1);
                history.Add(happened, envelope);
                account = history.Account;
            }
        }
    }

    // From review to review until a day; the days on which something came of it.
    private static (Account Account, List<LocalDate> Days) Live(
        Account account, LocalDate until, DepositPolicy? policy = null)
    {
        var days = new List<LocalDate>();
        for (var count = 0; account.ReviewOn is { } on && on < until; count++)
        {
            Assert.True(count < 100, "reviews do not end");
            var decision = Review(account, on, policy);
            if (decision.Events.Length > 1)
                days.Add(on);
            account = account.After(decision);
            Assert.Empty(Review(account, on, policy).Events);
        }
        return (account, days);
    }

    private static LocalDate ReleasedOn(Account account, DepositPolicy? policy = null) =>
        Live(account, new LocalDate(2026, 1, 1), policy).Days[^1];

    // Billed, and paid ten days after its due day.
    private static Account Late(Account account, string id, LocalDate dueOn) =>
        account.After(Invoice(id, 1_000, dueOn)).Paid(1_000, dueOn.PlusDays(10), id);

    private static AccountEvent.InvoiceIssued Final(string id, long minor, LocalDate until) =>
        Invoice(id, minor, until.PlusDays(14)) with
        {
            Contracts = [new ContractBilled("K-1", new Period(new LocalDate(2023, 1, 1), until), [], [])],
        };
}
