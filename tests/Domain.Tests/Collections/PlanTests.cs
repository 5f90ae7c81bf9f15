using BillingActors.Domain.Accounts;
using BillingActors.Domain.Collections;
using BillingActors.Domain.Disputes;
using CsCheck;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Collections.SampleDebt;

namespace BillingActors.Domain.Tests.Collections;

public sealed class PlanTests
{
    private static readonly Account Debtor = Owing(("A", 10_000, Day(2, 1)), ("B", 5_000, Day(2, 3)));

    private static readonly AgreePlan Wanted =
        new("L-1", Day(2, 10), [], [Day(3, 1), Day(4, 1), Day(5, 1), Day(6, 1)], null);

    [Fact]
    public void Instalments_are_even_to_the_cent_the_first_ones_take_what_is_over()
    {
        var odd = Owing(("A", 10_003, Day(2, 1)));

        var plan = AssertOnce<AccountEvent.PlanAgreed>(odd, a => Decide(a, Wanted));

        Assert.Equal([2501, 2501, 2501, 2500], plan.Instalments.Select(part => part.AmountMinor));
        var down = Decide(odd, Wanted with { FirstMinor = 5_000 }).Of<AccountEvent.PlanAgreed>()[0];
        Assert.Equal([5000, 1668, 1668, 1667], down.Instalments.Select(part => part.AmountMinor));
    }

    [Fact]
    public void A_plan_stops_dunning_of_its_items_and_new_invoices_stay_outside()
    {
        var planned = Debtor.After(Decide(Debtor, Wanted)).After(Invoice("C", 7_000, Day(3, 1)));

        var letter = Assert.Single(DunningRun.Decide(planned, Policy, Day(3, 10)).Of<AccountEvent.LetterSent>());

        Assert.Equal("C", Assert.Single(letter.Items).ItemId);
    }

    [Fact]
    public void A_miss_past_the_grace_breaks_it_and_all_is_due_at_the_level_it_had()
    {
        var account = Debtor.Dunned(Day(2, 7));
        account = account.After(Decide(account, Wanted)).Less("A", 3_000, Day(2, 28));
        Assert.Empty(PlanReview.Decide(account, Day(3, 6)).Events);

        var broken = AssertOnce<AccountEvent.PlanBroken>(account, a => PlanReview.Decide(a, Day(3, 7)));

        Assert.Equal((3_000, 750), (broken.PaidMinor, broken.ShortMinor));
        var letter = Assert.Single(
            DunningRun.Decide(account.After(broken), Policy, Day(3, 7)).Of<AccountEvent.LetterSent>());
        Assert.Equal([(1, 2), (1, 2)], letter.Items.Select(item => (item.LevelBefore, item.Level)));
    }

    [Fact]
    public void A_plan_that_is_paid_is_kept()
    {
        var paid = Debtor.After(Decide(Debtor, Wanted)).Less("A", 10_000, Day(3, 1)).Less("B", 5_000, Day(3, 1));

        AssertOnce<AccountEvent.PlanKept>(paid, a => PlanReview.Decide(a, Day(3, 2)));
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        AssertRefused(Refusals.AccountUnknown, Decide(Account.None, Wanted));
        AssertRefused(Refusals.IdInvalid, Decide(Debtor, Wanted with { PlanId = "L 1" }));
        AssertRefused(CollectionRefusals.ItemUnknown, Decide(Debtor, Wanted with { ItemIds = ["X"] }));
        Assert.Equal("instalments-invalid", Decide(Debtor, Wanted with { DueOn = [] }).Refusal!.Code);
        Assert.Equal(
            "instalments-invalid", Decide(Debtor, Wanted with { DueOn = [Day(3, 1), Day(3, 1)] }).Refusal!.Code);
        Assert.Equal("instalments-invalid", Decide(Debtor, Wanted with { FirstMinor = 15_000 }).Refusal!.Code);
        AssertRefused(
            CollectionRefusals.TooFarAhead(400), Decide(Debtor, Wanted with { DueOn = [Day(2, 11).PlusDays(400)] }));
        var planned = Debtor.After(Decide(Debtor, Wanted));
        AssertRefused(CollectionRefusals.PlanRunning, Decide(planned, Wanted with { PlanId = "L-2" }));
        AssertRefused(CollectionRefusals.IdTaken, Decide(planned, Wanted with { DueOn = [Day(3, 1)] }));
        var disputed = Debtor.After(DisputeOpening.Decide(
            Debtor, new OpenDispute("D-1", "A", 1, "price", "anna", Day(2, 5), null), DisputePolicy.Default));
        AssertRefused(CollectionRefusals.ItemDisputed, Decide(disputed, Wanted with { ItemIds = ["A"] }));
        var promised = Debtor.After(new AccountEvent.PromiseMade("P", 1, Day(2, 5), Day(2, 9), "customer", []));
        AssertRefused(CollectionRefusals.ItemElsewhere, Decide(promised, Wanted));
    }

    [Fact]
    public void A_plan_ended_by_hand_gives_room_for_one_more_within_a_year_and_no_third()
    {
        var account = Debtor;
        foreach (var id in (string[])["L-1", "L-2"])
        {
            account = account.After(Decide(account, Wanted with { PlanId = id }));
            account = account.After(AssertOnce<AccountEvent.PlanCancelled>(
                account, a => PlanCancelling.Decide(a, id, Day(2, 11))));
        }

        AssertRefused(CollectionRefusals.TooManyPlans(2), Decide(account, Wanted with { PlanId = "L-3" }));
        AssertRefused(CollectionRefusals.PlanUnknown, PlanCancelling.Decide(account, "L-3", Day(2, 11)));
    }

    [Fact]
    public void Instalments_sum_to_the_items_and_differ_by_one_unit_at_most() =>
        Gen.Select(Gen.Long[12, 1_000_000], Gen.Int[1, 12]).Sample((minor, count) =>
        {
            var days = Enumerable.Range(1, count).Select(i => Day(2, 10).PlusDays(i * 30));
            var account = Owing(("A", minor, Day(2, 1)));

            var plan = Decide(account, Wanted with { DueOn = [.. days] }).Of<AccountEvent.PlanAgreed>()[0];

            var amounts = plan.Instalments.Select(part => part.AmountMinor).ToList();
            Assert.Equal(minor, amounts.Sum());
            Assert.InRange(amounts.Max() - amounts.Min(), 0, 1);
        });

    private static Domain.Primitives.Decision<AccountEvent> Decide(Account account, AgreePlan wanted) =>
        PlanAgreement.Decide(account, wanted, Policy.Plans);
}
