using BillingActors.Domain.Accounts;
using BillingActors.Domain.Collections;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Collections.SampleDebt;

namespace BillingActors.Domain.Tests.Collections;

public sealed class PromiseTests
{
    private static readonly Account Debtor = Owing(("A", 10_000, Day(2, 1)), ("B", 5_000, Day(2, 3)));

    private static readonly AccountEvent.PromiseMade Wanted =
        new("P-1", 8_000, Day(2, 10), Day(2, 20), "customer", ["A"]);

    [Fact]
    public void What_is_promised_is_not_dunned_and_the_rest_is()
    {
        var promised = Debtor.After(AssertOnce<AccountEvent.PromiseMade>(Debtor, a => Decide(a, Wanted)));

        var letter = Assert.Single(DunningRun.Decide(promised, Policy, Day(2, 12)).Of<AccountEvent.LetterSent>());

        Assert.Equal("B", Assert.Single(letter.Items).ItemId);
    }

    [Fact]
    public void A_promise_is_broken_with_what_is_short_and_judged_once()
    {
        var promised = Debtor.After(Wanted);
        var part = promised with
        {
            Collection = promised.Collected with
            {
                Promises = [promised.Collected.Promises[0] with { ReceivedMinor = 3_000 }],
            },
        };
        Assert.Empty(PromiseReview.Decide(part, Day(2, 20)).Events);

        var broken = AssertOnce<AccountEvent.PromiseBroken>(part, a => PromiseReview.Decide(a, Day(2, 21)));

        Assert.Equal((3_000, 5_000), (broken.ReceivedMinor, broken.ShortMinor));
        Assert.Equal(2, Assert.Single(
            DunningRun.Decide(part.After(broken), Policy, Day(2, 21)).Of<AccountEvent.LetterSent>()).Items.Length);
    }

    [Fact]
    public void A_promise_that_came_in_whole_is_kept_before_its_day()
    {
        var promised = Debtor.After(Wanted);
        var paid = promised with
        {
            Collection = promised.Collected with
            {
                Promises = [promised.Collected.Promises[0] with { ReceivedMinor = 8_000 }],
            },
        };

        AssertOnce<AccountEvent.PromiseKept>(paid, a => PromiseReview.Decide(a, Day(2, 15)));
    }

    [Fact]
    public void What_cannot_be_promised_is_refused()
    {
        AssertRefused(Refusals.AccountUnknown, Decide(Account.None, Wanted));
        AssertRefused(Refusals.IdInvalid, Decide(Debtor, Wanted with { SaidBy = "Mrs Smith" }));
        AssertRefused(CollectionRefusals.AmountNotPositive, Decide(Debtor, Wanted with { AmountMinor = 0 }));
        AssertRefused(CollectionRefusals.ExceedsOpen(10_000), Decide(Debtor, Wanted with { AmountMinor = 10_001 }));
        AssertRefused(CollectionRefusals.ItemUnknown, Decide(Debtor, Wanted with { ItemIds = ["X"] }));
        AssertRefused(Refusals.DateNotAllowed, Decide(Debtor, Wanted with { DueOn = Day(2, 9) }));
        AssertRefused(CollectionRefusals.TooFarAhead(30), Decide(Debtor, Wanted with { DueOn = Day(3, 13) }));
        AssertRefused(
            CollectionRefusals.IdTaken, Decide(Debtor.After(Wanted), Wanted with { AmountMinor = 1 }));
        AssertRefused(
            CollectionRefusals.PromiseRunning, Decide(Debtor.After(Wanted), Wanted with { PromiseId = "P-2" }));
        var planned = Debtor.After(PlanAgreement.Decide(
            Debtor, new AgreePlan("L-1", Day(2, 10), ["A"], [Day(3, 1)], null), Policy.Plans));
        AssertRefused(CollectionRefusals.ItemElsewhere, Decide(planned, Wanted));
    }

    [Fact]
    public void After_two_broken_promises_none_is_taken()
    {
        var account = Debtor;
        foreach (var id in (string[])["P-1", "P-2"])
        {
            account = account.After(Wanted with { PromiseId = id });
            account = account.After(PromiseReview.Decide(account, Day(2, 21)));
        }

        AssertRefused(CollectionRefusals.TooManyBroken(2), Decide(account, Wanted with { PromiseId = "P-3" }));
    }

    [Fact]
    public void A_promise_is_taken_back_once_and_not_after_its_end()
    {
        var promised = Debtor.After(Wanted);

        AssertOnce<AccountEvent.PromiseCancelled>(promised, a => PromiseCancelling.Decide(a, "P-1", Day(2, 11)));
        AssertRefused(CollectionRefusals.PromiseUnknown, PromiseCancelling.Decide(Debtor, "P-1", Day(2, 11)));
        var broken = promised.After(PromiseReview.Decide(promised, Day(2, 21)));
        AssertRefused(CollectionRefusals.AlreadyEnded, PromiseCancelling.Decide(broken, "P-1", Day(2, 22)));
    }

    private static Domain.Primitives.Decision<AccountEvent> Decide(Account account, AccountEvent.PromiseMade wanted) =>
        PromiseMaking.Decide(account, wanted, Policy.Promises);
}
