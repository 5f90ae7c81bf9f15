using BillingActors.Domain.Accounts;
using BillingActors.Domain.Deposits;
using BillingActors.Domain.Ledger;
using BillingActors.Domain.Primitives;
using CsCheck;
using NodaTime;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Deposits.SampleDeposit;

namespace BillingActors.Domain.Tests.Deposits;

public sealed class DepositInterestTests
{
    [Theory]
    // 200.00 at 4 % for 184 of 365 days is 4.0329; at 5 % for 60 of 366 it is 1.6393, of 365 1.6438, of 360 1.6667.
    [InlineData(DepositDayCount.ActualActual, 567)]
    [InlineData(DepositDayCount.Actual365, 568)]
    // 4.0889 and 1.6667.
    [InlineData(DepositDayCount.Actual360, 576)]
    public void Interest_over_two_years_bears_each_years_rate(DepositDayCount dayCount, long expected)
    {
        var deposited = Deposited(new LocalDate(2023, 7, 1));

        var credited = Credited(deposited, new LocalDate(2024, 3, 1), Rates with { DayCount = dayCount });

        Assert.Equal(expected, credited.AmountMinor);
        Assert.Equal(
            [
                new(new LocalDate(2023, 7, 1), new LocalDate(2024, 1, 1), 20_000, 4m),
                new(new LocalDate(2024, 1, 1), new LocalDate(2024, 3, 1), 20_000, 5m),
            ],
            credited.Parts);
    }

    /// <summary>
    /// A landlord's software publishes 2,400.00 held for 86 days of 2013 at 0.11 % and 304 days of 2014 at 0.09 %: 0.62
    /// and 1.80, together 2.42. Source: resman.zendesk.com/hc/en-us/articles/202574589.
    /// </summary>
    [Fact]
    public void A_published_example_over_two_years_comes_out()
    {
        var since = new LocalDate(2013, 10, 7);
        var account = (Customer with { OpenedOn = since })
            .After(new AccountEvent.DepositAssessed("deposit-1", DepositBasis.Hand, 240_000, 0, since))
            .Requested(since)
            .Paid(240_000, since, "deposit-1.part-1");
        var rule = Rates with { Rates = [new(2013, 0.11m), new(2014, 0.09m)] };

        Assert.Equal(242, Credited(account, new LocalDate(2014, 11, 1), rule).AmountMinor);
    }

    [Theory]
    [InlineData(DepositDayCount.ActualActual, 1_000), InlineData(DepositDayCount.Actual365, 1_003)]
    [InlineData(DepositDayCount.Actual360, 1_017)]
    public void A_leap_year_has_366_days(DepositDayCount dayCount, long expected) => Assert.Equal(
        expected,
        Credited(
            Deposited(new LocalDate(2024, 1, 1)),
            new LocalDate(2025, 1, 1),
            Rates with { DayCount = dayCount }).AmountMinor);

    [Fact]
    public void Cents_are_carried_from_credit_to_credit()
    {
        var rule = Rates with { Rates = [.. Enumerable.Range(2023, 3).Select(year => new DepositRate(year, 1m))] };
        var account = Customer
            .After(new AccountEvent.DepositAssessed("deposit-1", DepositBasis.Hand, 3_333, 0, Jan(2023)))
            .Requested(Jan(2023))
            .Paid(3_333, Jan(2023));
        var credits = new List<long>();
        foreach (var year in Enumerable.Range(2024, 3))
        {
            var credited = Credited(account, Jan(year), rule);
            credits.Add(credited.AmountMinor);
            account = account.After(credited);
        }

        // 33.33 cents a year: 0.33, then 0.34 with what was left, then 0.33: 1.00 for 99.99 cents.
        Assert.Equal([33, 34, 33], credits);
        Assert.Equal(-0.01m, DepositOf(account).Interest!.CarryMinor);
        Assert.Equal(100, DepositOf(account).InterestMinor);
    }

    [Fact]
    public void Each_part_bears_interest_from_the_day_it_is_paid()
    {
        var account = Customer
            .After(new AccountEvent.DepositAssessed("deposit-1", DepositBasis.Hand, 20_000, 0, Day(1, 1)))
            .Requested(Day(1, 1), 2)
            .Paid(10_000, Day(1, 11), "deposit-1.part-1")
            .Paid(10_000, Day(2, 10), "deposit-1.part-2");

        var credited = Credited(account, Day(4, 1), Rates);

        // 100.00 a day bears one cent at 3.65 %: 30 days of one, 50 days of two.
        Assert.Equal(130, credited.AmountMinor);
    }

    [Fact]
    public void A_payment_that_was_taken_back_bears_no_interest_for_any_day()
    {
        var deposited = Deposited(Day(1, 11));
        deposited = deposited.After(Credited(deposited, Day(2, 10), Rates));

        var undone = deposited.After(new AccountEvent.ReceiptUnapplied(
            "R-1", deposited.Cash.Receipts[0].Applications[0], Day(1, 11)));

        Assert.Equal(0, DepositOf(undone).HeldMinor);
        Assert.Equal(
            [new DepositSegment(Day(1, 11), Day(2, 10), -20_000)], DepositOf(undone).Interest!.Segments);
        Assert.Empty(Decide(undone, Day(3, 1), Rates).Events);
    }

    [Fact]
    public void Held_too_short_it_bears_nothing_and_then_from_its_first_day()
    {
        var rule = Rates with { DaysMin = 30 };
        var deposited = Deposited(Day(1, 11));

        Assert.Empty(Decide(deposited, Day(2, 9), rule).Events);
        Assert.Equal(60, Credited(deposited, Day(2, 10), rule).AmountMinor);
    }

    [Fact]
    public void Interest_is_an_expense_and_a_credit_of_the_account()
    {
        var deposited = Deposited(Day(1, 11));

        var credited = AssertOnce<AccountEvent.DepositInterestCredited>(
            deposited, account => Decide(account, Day(2, 10), Rates));

        Assert.Equal(
            [new Posting("deposit-interest", Eur(60)), new Posting("receivables", Eur(-60))],
            PostingRules.EntryOf(credited, Euro)!.Postings);
        Assert.Equal("deposit-1.credit-1:-60", Opens(deposited.After(credited)));
    }

    [Fact]
    public void What_bears_no_interest_is_refused()
    {
        var deposited = Deposited(Day(1, 11));
        var credited = deposited.After(Credited(deposited, Day(3, 1), Rates));

        AssertRefused(Refusals.AccountUnknown, Decide(Account.None, Day(3, 1), Rates));
        AssertRefused(DepositRefusals.InterestMissing, Decide(deposited, Day(3, 1), null));
        AssertRefused(DepositRefusals.DepositUnknown, Decide(Customer, Day(3, 1), Rates));
        AssertRefused(DepositRefusals.NotHeld, Decide(Asked(Day(1, 1)), Day(3, 1), Rates));
        AssertRefused(Refusals.DateNotAllowed, Decide(deposited, Day(1, 1), Rates));
        AssertRefused(Refusals.DateNotAllowed, Decide(deposited, Day(9, 2), Rates));
        AssertRefused(
            DepositRefusals.RateMissing(2025), Decide(deposited, Day(3, 1), Rates with { Rates = [] }));
        Assert.Empty(Decide(credited, Day(2, 1), Rates).Events);
    }

    [Fact]
    public void However_often_it_is_credited_interest_comes_to_the_same_within_half_a_cent() =>
        Gen.Select(Gen.Long[1, 999_999], Gen.Int[1, 400].Array[1, 12]).Sample((minor, steps) =>
        {
            var day = new LocalDate(2023, 2, 14);
            var account = Customer
                .After(new AccountEvent.DepositAssessed("deposit-1", DepositBasis.Hand, minor, 0, day))
                .Requested(day)
                .Paid(minor, day);
            var rule = Rates with
            {
                Rates = [.. Enumerable.Range(2023, 15).Select(year => new DepositRate(year, (year % 5) + 0.37m))],
            };
            var whole = account;
            foreach (var step in steps)
            {
                day = day.PlusDays(step);
                account = account.After(Decide(account, day, rule, day));
            }
            whole = whole.After(Decide(whole, day, rule, day));

            Assert.InRange(DepositOf(account).InterestMinor - DepositOf(whole).InterestMinor, -1, 1);
            Assert.InRange(DepositOf(account).Interest!.CarryMinor, -0.5m, 0.5m);
        });

    private static LocalDate Jan(int year) => new(year, 1, 1);

    private static AccountEvent.DepositInterestCredited Credited(
        Account account, LocalDate until, DepositInterestRule rule) =>
        Assert.IsType<AccountEvent.DepositInterestCredited>(Assert.Single(
            Decide(account, until, rule, LocalDate.Max(until, Day(9, 1))).Events));

    private static Decision<AccountEvent> Decide(
        Account account, LocalDate until, DepositInterestRule? rule, LocalDate? on = null) =>
        DepositInterestCrediting.Decide(
            account,
            new CreditDepositInterest("deposit-1", until, on ?? Day(9, 1)),
            Terms with { Interest = rule });
}
