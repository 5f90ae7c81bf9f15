using BillingActors.Domain.Accounts;
using BillingActors.Domain.Cash;
using CsCheck;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Cash.SampleCash;

namespace BillingActors.Domain.Tests.Cash;

public sealed class CashApplicationTests
{
    private static readonly Account Holding = Owing.After(
        ReceiptBooking.Decide(Owing, Money("R-1", 10000) with { IsOnAccount = true }, CashTerms.Usual));

    [Fact]
    public void Named_items_are_paid_once_and_nothing_else()
    {
        var wanted = Wanted("A-1", new ItemWish("I-3", 2500), new ItemWish("N-I-1", 500));

        var applied = AssertOnce<AccountEvent.ReceiptApplied>(
            Holding, a => CashApplication.Decide(a, wanted, CashTerms.Usual));

        Assert.Equal("I-3:2500 I-1:500", Shares(applied.Application));
        Assert.Equal(Eur(7000), Holding.After(applied).Unapplied);
    }

    [Fact]
    public void Without_names_the_rules_decide() =>
        Assert.Equal("I-1:10000", Shares(Applied(CashApplication.Decide(Holding, Wanted("A-1"), CashTerms.Usual))));

    [Fact]
    public void What_is_not_there_or_too_much_is_refused()
    {
        (BillingActors.Domain.Primitives.Refusal Refusal, ApplyCash Wanted)[] cases =
        [
            (Refusals.IdInvalid, Wanted("A 1")),
            (CashRefusals.ReceiptUnknown, Wanted("A-1") with { ReceiptId = "R-9" }),
            (CashRefusals.ItemUnknown, Wanted("A-1", new ItemWish("I-9"))),
            (CashRefusals.AmountNotPositive, Wanted("A-1", new ItemWish("I-1", 0))),
            (CashRefusals.ItemOverpaid, Wanted("A-1", new ItemWish("I-3", 6001))),
            (CashRefusals.CashShort, Wanted("A-1", new ItemWish("I-2", 6000), new ItemWish("I-1", 4001))),
        ];

        Assert.All(cases, one => AssertRefused(
            one.Refusal, CashApplication.Decide(Holding, one.Wanted, CashTerms.Usual)));
        AssertRefused(
            Refusals.AccountUnknown, CashApplication.Decide(Account.None, Wanted("A-1"), CashTerms.Usual));
        AssertRefused(
            CashRefusals.NothingToApply,
            CashApplication.Decide(
                Open.After(Receive(Open, 100)), Wanted("A-1"), CashTerms.Usual));
    }

    [Fact]
    public void An_id_that_was_used_for_something_else_is_refused()
    {
        var after = Holding.After(
            CashApplication.Decide(Holding, Wanted("A-1", new ItemWish("I-1", 100)), CashTerms.Usual));

        AssertRefused(
            CashRefusals.ApplicationExists,
            CashApplication.Decide(after, Wanted("A-1", new ItemWish("I-2", 100)), CashTerms.Usual));
    }

    [Fact]
    public void Money_that_went_back_pays_nothing()
    {
        var gone = Holding.After(ReceiptReversal.Decide(
            Holding,
            new ReverseReceipt("R-1", CashReceiptState.Reversed, "AM04", Today),
            ReturnPolicy.Usual,
            Context("returned")));

        AssertRefused(
            CashRefusals.ReceiptReversed, CashApplication.Decide(gone, Wanted("A-1"), CashTerms.Usual));
    }

    [Fact]
    public void Taken_back_the_items_are_as_they_were_and_the_receipt_stands()
    {
        var paid = Owing.After(Receive(Owing, 42000));
        Assert.Empty(paid.OpenItems);

        var undone = AssertOnce<AccountEvent.ReceiptUnapplied>(
            paid, a => ApplicationRemoval.Decide(a, Removal(ReceiptBooking.FirstApplication), Context("wrong")));

        var after = paid.After(undone);
        Assert.Equal(Owing.OpenItems.AsEnumerable(), after.OpenItems.AsEnumerable());
        Assert.Equal((Eur(42000), true), (after.Unapplied, after.Cash.Receipt("R-1")!.IsBooked));
        AssertRefused(
            CashRefusals.ApplicationExists,
            CashApplication.Decide(after, Wanted(ReceiptBooking.FirstApplication), CashTerms.Usual));
        Assert.Empty(after.After(CashApplication.Decide(after, Wanted("again"), CashTerms.Usual)).OpenItems);
    }

    [Fact]
    public void A_removal_without_reason_or_of_nothing_is_refused()
    {
        AssertRefused(Refusals.AccountUnknown, ApplicationRemoval.Decide(Account.None, Removal("A"), Context("x")));
        AssertRefused(Refusals.ReasonMissing, ApplicationRemoval.Decide(Holding, Removal("A"), Context()));
        AssertRefused(
            CashRefusals.ReceiptUnknown,
            ApplicationRemoval.Decide(Holding, Removal("A") with { ReceiptId = "R-9" }, Context("x")));
        AssertRefused(
            CashRefusals.ApplicationUnknown, ApplicationRemoval.Decide(Holding, Removal("A"), Context("x")));
    }

    [Fact]
    public void Applied_and_taken_back_in_any_way_the_account_is_as_before() =>
        Gen.Select(Gen.Int[1, 10_000], Gen.Int[1, 9_000].Array[1, 6]).Sample((paid, dues) =>
        {
            var before = Owed([.. dues.Select((due, i) => Item($"I-{i}", due, Day(1, 1).PlusDays(i)))]);
            var held = before.After(
                ReceiptBooking.Decide(before, Money("R-1", paid) with { IsOnAccount = true }, CashTerms.Usual));
            var applied = held.After(CashApplication.Decide(held, Wanted("A-1"), Tolerant(20, 500, 2)));
            var after = applied.After(ApplicationRemoval.Decide(applied, Removal("A-1"), Context("try")));
            Assert.Equal(before.OpenItems.AsEnumerable(), after.OpenItems.AsEnumerable());
            Assert.Equal(paid, after.Unapplied.Minor);
        });

    private static ApplyCash Wanted(string id, params ReadOnlySpan<ItemWish> wishes) =>
        new("R-1", id, [.. wishes], Today);

    private static RemoveApplication Removal(string id) => new("R-1", id, Today);
}
