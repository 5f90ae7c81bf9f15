using BillingActors.Domain.Accounts;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Deposits;
using BillingActors.Domain.Primitives;
using NodaTime;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Deposits.SampleDeposit;

namespace BillingActors.Domain.Tests.Deposits;

public sealed class DepositAssessmentTests
{
    private static readonly CommandContext Reasoned = Context("new customer");

    [Fact]
    public void Two_months_of_the_average_bill_are_asked_for()
    {
        var wanted = ByBills(
            null,
            Bill(new LocalDate(2024, 1, 1), new LocalDate(2024, 2, 1), 10_000),
            Bill(new LocalDate(2024, 2, 1), new LocalDate(2024, 3, 1), 8_001),
            Bill(new LocalDate(2024, 3, 1), new LocalDate(2024, 5, 1), 18_000));

        var assessed = AssertOnce<AccountEvent.DepositAssessed>(
            Customer, account => DepositAssessment.Decide(account, wanted, Terms, Reasoned));

        // 360.01 in four months are 90.0025 a month: 180.005 for two, rounded once.
        Assert.Equal(
            (DepositBasis.Bills, 18_001, 9_000), (assessed.Basis, assessed.AmountMinor, assessed.MonthlyMinor));
    }

    [Fact]
    public void Days_beyond_whole_months_are_parts_of_a_year()
    {
        var bill = Bill(new LocalDate(2024, 1, 1), new LocalDate(2024, 2, 11), 10_000);

        Assert.Equal(1m + (10 * 12m / 365m), bill.Months);
    }

    [Theory]
    [InlineData(2_000, 5_000), InlineData(3_000, 6_000), InlineData(40_000, 50_000)]
    public void An_estimate_serves_a_customer_without_bills_within_the_bounds(long month, long amount)
    {
        var assessed = AssertOnce<AccountEvent.DepositAssessed>(
            Customer, account => DepositAssessment.Decide(account, ByBills(month), Terms, Reasoned));

        Assert.Equal((DepositBasis.Estimate, amount), (assessed.Basis, assessed.AmountMinor));
    }

    [Fact]
    public void By_policy_only_what_is_missing_is_asked_for()
    {
        var deposited = Deposited(Day(1, 1));

        var more = DepositAssessment.Decide(deposited, ByBills(14_000) with { DepositId = "d-2" }, Terms, Reasoned);
        var enough = DepositAssessment.Decide(deposited, ByBills(10_000) with { DepositId = "d-2" }, Terms, Reasoned);

        Assert.Equal(8_000, Assert.IsType<AccountEvent.DepositAssessed>(Assert.Single(more.Events)).AmountMinor);
        AssertRefused(DepositRefusals.Sufficient(Eur(20_000)), enough);
    }

    [Fact]
    public void A_fixed_amount_needs_no_bills()
    {
        var policy = Terms with { Amount = new DepositAmountRule(12_345, 0m) };

        var assessed = AssertOnce<AccountEvent.DepositAssessed>(
            Customer, account => DepositAssessment.Decide(account, ByHand(null, Day(3, 1)), policy, Reasoned));

        Assert.Equal((DepositBasis.FixedAmount, 12_345), (assessed.Basis, assessed.AmountMinor));
    }

    [Fact]
    public void What_cannot_be_assessed_is_refused()
    {
        var known = Asked(Day(3, 1));
        var closed = Open.After(new AccountEvent.Closed(Day(2, 1)));

        AssertRefused(Refusals.AccountUnknown, Decide(Account.None, ByHand(1, Day(3, 1))));
        AssertRefused(Refusals.AccountClosed, Decide(closed, ByHand(1, Day(3, 1))));
        AssertRefused(Refusals.IdInvalid, Decide(Customer, ByHand(1, Day(3, 1), new string('d', 49))));
        AssertRefused(Refusals.DateNotAllowed, Decide(Customer, ByHand(1, new LocalDate(2022, 12, 31))));
        AssertRefused(Refusals.ReasonMissing, DepositAssessment.Decide(
            Customer, ByHand(1, Day(3, 1)), Terms, Context()));
        AssertRefused(CreditRefusals.AmountNotPositive, Decide(Customer, ByHand(0, Day(3, 1))));
        AssertRefused(Refusals.AmountTooLarge, Decide(Customer, ByHand(ChargeEntry.AmountMinorMax + 1, Day(3, 1))));
        AssertRefused(CreditRefusals.AmountNotPositive, Decide(Customer, ByBills(0)));
        AssertRefused(Refusals.AmountTooLarge, Decide(Customer, ByBills(ChargeEntry.AmountMinorMax + 1)));
        AssertRefused(DepositRefusals.HistoryMissing, Decide(Customer, ByBills(null)));
        AssertRefused(DepositRefusals.DepositExists, Decide(known, ByHand(1, Day(3, 1))));
        AssertRefused(DepositRefusals.DepositExists, Decide(known, ByBills(1)));
        AssertRefused(DepositRefusals.PolicyMissing, DepositAssessment.Decide(
            Customer, ByBills(1), DepositPolicy.Default, Reasoned));
    }

    private static Decision<AccountEvent> Decide(Account account, AssessDeposit wanted) =>
        DepositAssessment.Decide(account, wanted, Terms, Reasoned);
}
