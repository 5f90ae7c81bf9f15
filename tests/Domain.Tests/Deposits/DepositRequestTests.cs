using BillingActors.Domain.Accounts;
using BillingActors.Domain.Deposits;
using BillingActors.Domain.Ledger;
using BillingActors.Domain.Primitives;
using CsCheck;
using NodaTime;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Deposits.SampleDeposit;

namespace BillingActors.Domain.Tests.Deposits;

public sealed class DepositRequestTests
{
    private static readonly Account Assessed = Customer.After(
        new AccountEvent.DepositAssessed("deposit-1", DepositBasis.Hand, 10_000, 0, Day(3, 1)));

    [Fact]
    public void A_deposit_in_three_parts_comes_to_the_cent()
    {
        var requested = AssertOnce<AccountEvent.DepositRequested>(Assessed, account => Decide(account, 3));
        var after = Assessed.After(requested);

        Assert.Equal(
            [
                new("deposit-1.part-1", Day(3, 15), 3_334), new("deposit-1.part-2", Day(4, 14), 3_333),
                new("deposit-1.part-3", Day(5, 14), 3_333),
            ],
            requested.Instalments);
        Assert.All(after.OpenItems, item => Assert.Equal(ItemKind.Deposit, item.Kind));
        Assert.Equal(Eur(10_000), after.Balance);
        Assert.Equal(DepositStatus.Requested, DepositOf(after).Status);
    }

    [Fact]
    public void Only_what_is_paid_is_held_and_none_of_it_is_income()
    {
        var requested = new AccountEvent.DepositRequested(
            "deposit-1", [new("deposit-1.part-1", Day(3, 15), 10_000)], Day(3, 1));

        Assert.Equal(
            [new Posting("receivables", Eur(10_000)), new Posting("deposits-billed", Eur(-10_000))],
            PostingRules.EntryOf(requested, Euro)!.Postings);

        var paid = Assessed.After(requested).Paid(4_000, Day(3, 10));
        var applied = new AccountEvent.ReceiptApplied("R-1", paid.Cash.Receipts[0].Applications[0]);
        Assert.Equal(
            [
                new Posting("unapplied-cash", Eur(4_000)), new Posting("receivables", Eur(-4_000)),
                new Posting("deposits-billed", Eur(4_000)), new Posting("deposits-held", Eur(-4_000)),
            ],
            PostingRules.EntryOf(applied, Euro)!.Postings);
        Assert.Equal((4_000, DepositStatus.PartlyPaid), (DepositOf(paid).HeldMinor, DepositOf(paid).Status));
    }

    [Fact]
    public void What_cannot_be_requested_is_refused()
    {
        var requested = Assessed.After(Decide(Assessed, 3));
        var cancelled = Assessed.After(
            new AccountEvent.DepositReduced("deposit-1", null, DepositCause.FinalBill, 10_000, 0, [], Day(3, 2)));

        AssertRefused(Refusals.AccountUnknown, Decide(Account.None, 3));
        AssertRefused(DepositRefusals.DepositUnknown, Decide(Customer, 3));
        AssertRefused(DepositRefusals.AlreadyRequested, Decide(requested, 2));
        AssertRefused(DepositRefusals.DepositEnded, Decide(cancelled, 3));
        AssertRefused(DepositRefusals.InstalmentsInvalid(3), Decide(Assessed, 4));
        AssertRefused(DepositRefusals.InstalmentsInvalid(3), Decide(Assessed, 0));
        AssertRefused(DepositRefusals.InstalmentsInvalid(3), Decide(Assessed, 1, Day(2, 28)));
        AssertRefused(Refusals.DateNotAllowed, DepositRequest.Decide(
            Assessed, new RequestDeposit("deposit-1", 1, null, Day(2, 28)), Terms));
    }

    [Fact]
    public void Parts_sum_to_the_deposit_and_differ_by_a_cent_at_most() =>
        Gen.Select(Gen.Long[12, 9_999_999], Gen.Int[1, 12]).Sample((minor, count) =>
        {
            var account = Customer.After(
                new AccountEvent.DepositAssessed("deposit-1", DepositBasis.Hand, minor, 0, Day(3, 1)));
            var policy = Terms with { Instalments = new DepositInstalmentRule(1, 12, 14, 30) };

            var decision = DepositRequest.Decide(
                account, new RequestDeposit("deposit-1", count, null, Day(3, 1)), policy);

            var parts = Assert.IsType<AccountEvent.DepositRequested>(Assert.Single(decision.Events)).Instalments;
            Assert.Equal(minor, parts.Sum(part => part.AmountMinor));
            Assert.InRange(parts.Max(part => part.AmountMinor) - parts.Min(part => part.AmountMinor), 0, 1);
        });

    private static Decision<AccountEvent> Decide(Account account, int count, LocalDate? first = null) =>
        DepositRequest.Decide(account, new RequestDeposit("deposit-1", count, first, Day(3, 1)), Terms);
}
