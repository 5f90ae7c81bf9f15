using BillingActors.Domain.Accounts;
using BillingActors.Domain.Collections;
using BillingActors.Domain.Deposits;
using BillingActors.Domain.Disputes;
using NodaTime;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Collections.SampleDebt;

namespace BillingActors.Domain.Tests.Collections;

public sealed class CollectionReviewTests
{
    private static readonly Account Debtor = Owing(("A", 10_000, Day(2, 1)));

    [Fact]
    public void An_invoice_is_looked_at_the_day_after_it_is_due_and_not_when_it_is_paid()
    {
        Assert.Equal(Day(2, 2), Debtor.ReviewOn);
        Assert.Null(Debtor.Less("A", 10_000, Day(1, 30)).ReviewOn);
    }

    [Fact]
    public void A_life_of_letters_goes_by_itself_from_review_to_review()
    {
        var (account, letters, days) = (Debtor, 0, 0);
        while (account.ReviewOn is { } on)
        {
            var decision = Decide(account, on);
            letters += decision.Of<AccountEvent.LetterSent>().Length;
            account = account.After(decision);
            Assert.Empty(Decide(account, on).Events);
            Assert.True(++days < 20, "reviews do not end");
        }

        Assert.Equal(3, letters);
    }

    [Fact]
    public void Promises_plans_and_disputes_bring_the_day_forward()
    {
        var quiet = Debtor.Dunned(Day(2, 5), Day(2, 19), Day(3, 5));
        quiet = quiet.After(new AccountEvent.CollectionReviewed(Day(3, 5), null, false));

        Assert.Null(quiet.ReviewOn);
        Assert.Equal(Day(3, 16), quiet.After(
            new AccountEvent.PromiseMade("P-1", 1, Day(3, 6), Day(3, 15), "customer", [])).ReviewOn);
        Assert.Equal(Day(4, 7), quiet.After(PlanAgreement.Decide(
            quiet, new AgreePlan("L-1", Day(3, 6), ["A"], [Day(4, 1)], null), Policy.Plans)).ReviewOn);
        Assert.Equal(Day(3, 17), quiet.After(DisputeOpening.Decide(
            quiet, new OpenDispute("D-1", "A", 1, "price", "anna", Day(3, 6), null), DisputePolicy.Default)).ReviewOn);
    }

    [Fact]
    public void A_broken_promise_is_dunned_in_the_same_review()
    {
        var promised = Debtor.After(new AccountEvent.PromiseMade("P-1", 1, Day(2, 2), Day(2, 15), "customer", []));

        var decision = Decide(promised, Day(2, 16));

        Assert.Single(decision.Of<AccountEvent.PromiseBroken>());
        Assert.Single(decision.Of<AccountEvent.LetterSent>());
        Assert.IsType<AccountEvent.CollectionReviewed>(decision.Events[^1]);
    }

    [Fact]
    public void A_block_without_an_end_is_not_looked_at_every_day()
    {
        var blocked = Debtor.After(Block(BlockKind.Insolvency, Day(2, 1)));

        var reviewed = blocked.After(Decide(blocked, Day(2, 5)));

        Assert.Null(reviewed.ReviewOn);
        var lifted = reviewed.After(new AccountEvent.CollectionBlockLifted("block-Insolvency", Day(6, 1)));
        Assert.Equal(Day(6, 2), lifted.ReviewOn);
    }

    [Fact]
    public void Without_a_policy_somebody_looks_again_after_a_week()
    {
        var decision = CollectionReview.Decide(
            Debtor, new ReviewPolicies(DunningPolicy.Default, DisputePolicy.Default, DepositPolicy.Default), Day(2, 2));

        Assert.Equal(Day(2, 9), Assert.Single(decision.Of<AccountEvent.CollectionReviewed>()).NextOn);
    }

    private static Domain.Primitives.Decision<AccountEvent> Decide(Account account, LocalDate on) =>
        CollectionReview.Decide(
            account, new ReviewPolicies(Policy, DisputePolicy.Default, DepositPolicy.Default), on);
}
