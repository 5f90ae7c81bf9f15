using BillingActors.Domain.Accounts;
using BillingActors.Domain.Disputes;
using BillingActors.Domain.Ledger;
using BillingActors.Domain.Primitives;
using CsCheck;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Collections.SampleDebt;

namespace BillingActors.Domain.Tests.Disputes;

public sealed class DisputeResolutionTests
{
    private static readonly DisputePolicy Policy = DisputePolicy.Default;

    private static readonly Account Disputed = Owing(("A", 10_000, Day(2, 1))).After(DisputeOpening.Decide(
        Owing(("A", 10_000, Day(2, 1))),
        new OpenDispute("D-1", "A", 8_000, "price", "anna", Day(2, 10), null),
        Policy));

    private static readonly ResolveDispute Half = new("D-1", 4_000, "rating", Day(2, 15));

    [Fact]
    public void A_credit_within_the_limit_reduces_the_item_at_once_and_once()
    {
        var decision = Decide(Disputed, Half);

        var after = Disputed.After(decision);
        Assert.Equal(DisputeStage.PartlyUpheld, after.Dispute("D-1")!.Stage);
        Assert.Equal(Eur(6_000), after.Item("A")!.Open);
        Assert.Empty(Decide(after, Half).Events);
        var entry = PostingRules.EntryOf(decision.Events[1], Euro)!;
        Assert.Equal(
            [new Posting("goodwill", Eur(4_000)), new Posting("receivables", Eur(-4_000))], entry.Postings);
    }

    [Fact]
    public void What_was_paid_meanwhile_comes_back_as_a_credit_of_its_own()
    {
        var paid = Disputed.Less("A", 9_000, Day(2, 12));

        var after = paid.After(Decide(paid, Half));

        Assert.Null(after.Item("A"));
        Assert.Equal(Eur(-3_000), after.Item("dispute.D-1")!.Open);
        Assert.Equal(ItemKind.CreditMemo, after.Item("dispute.D-1")!.Kind);
    }

    [Fact]
    public void A_credit_above_the_limit_waits_for_a_second_person()
    {
        var whole = Half with { CreditMinor = 8_000 };

        var proposed = AssertOnce<AccountEvent.DisputeCreditProposed>(Disputed, a => Decide(a, whole));

        var waiting = Disputed.After(proposed);
        Assert.Equal(Eur(10_000), waiting.Item("A")!.Open);
        AssertRefused(DisputeRefusals.SecondPersonNeeded, Approve(waiting, 8_000, "anna"));
        AssertRefused(DisputeRefusals.NothingProposed, Approve(waiting, 7_999, "ben"));
        var after = waiting.After(Approve(waiting, 8_000, "ben"));
        Assert.Equal(DisputeStage.Upheld, after.Dispute("D-1")!.Stage);
        Assert.Equal(Eur(2_000), after.Item("A")!.Open);
        Assert.Empty(Approve(after, 8_000, "ben").Events);
    }

    [Fact]
    public void A_changed_proposal_voids_what_was_seen()
    {
        var waiting = Disputed.After(Decide(Disputed, Half with { CreditMinor = 8_000 }));
        var changed = waiting.After(Decide(waiting, Half with { CreditMinor = 7_000 }));

        AssertRefused(DisputeRefusals.NothingProposed, Approve(changed, 8_000, "ben"));
    }

    [Fact]
    public void A_declined_credit_goes_back_into_review()
    {
        var waiting = Disputed.After(Decide(Disputed, Half with { CreditMinor = 8_000 }));

        var declined = waiting.After(CreditApproval.Decide(
            waiting, new ApproveCredit("D-1", 8_000, false, Day(2, 16)), Policy, Context(who: "ben")));

        Assert.Equal(DisputeStage.InReview, declined.Dispute("D-1")!.Stage);
        AssertRefused(DisputeRefusals.NothingProposed, Approve(declined, 8_000, "ben"));
        AssertRefused(DisputeRefusals.DisputeUnknown, CreditApproval.Decide(
            waiting, new ApproveCredit("D-2", 8_000, true, Day(2, 16)), Policy, Context(who: "ben")));
    }

    [Fact]
    public void Nothing_credited_rejects_and_gives_grace()
    {
        var rejected = AssertOnce<AccountEvent.DisputeDecided>(
            Disputed, a => Decide(a, Half with { CreditMinor = 0 }));

        var after = Disputed.After(rejected);
        Assert.Equal(Day(2, 25), rejected.GraceUntil);
        Assert.Equal(Eur(0), after.DisputedOf("A"));
        Assert.Equal(Eur(8_000), after.HeldOf("A", Day(2, 25)));
        Assert.Equal(Eur(0), after.HeldOf("A", Day(2, 26)));
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        AssertRefused(Refusals.AccountUnknown, Decide(Account.None, Half));
        AssertRefused(DisputeRefusals.DisputeUnknown, Decide(Disputed, Half with { DisputeId = "D-2" }));
        AssertRefused(DisputeRefusals.RootCauseUnknown, Decide(Disputed, Half with { RootCause = "moon" }));
        AssertRefused(DisputeRefusals.CreditExceedsDispute(8_000), Decide(Disputed, Half with { CreditMinor = 8_001 }));
        AssertRefused(DisputeRefusals.CreditExceedsDispute(8_000), Decide(Disputed, Half with { CreditMinor = -1 }));
        AssertRefused(Refusals.DateNotAllowed, Decide(Disputed, Half with { On = Day(2, 9) }));
        AssertRefused(
            Refusals.ReasonMissing, DisputeResolution.Decide(Disputed, Half, Policy, Context()));
        AssertRefused(
            DisputeRefusals.WrongStage(DisputeStage.PartlyUpheld),
            Decide(Disputed.After(Decide(Disputed, Half)), Half with { CreditMinor = 1 }));
    }

    [Fact]
    public void A_dispute_is_never_credited_with_more_than_was_disputed() =>
        Gen.Select(Gen.Long[1, 10_000], Gen.Long[0, 12_000], Gen.Long[1, 10_000]).Sample((disputed, credit, paid) =>
        {
            var account = Owing(("A", 10_000, Day(2, 1)));
            account = account.After(DisputeOpening.Decide(
                account, new OpenDispute("D-1", "A", disputed, "price", "anna", Day(2, 10), null), Policy));
            account = account.Less("A", paid, Day(2, 12));
            var decision = Decide(account, Half with { CreditMinor = credit });
            var after = account.After(decision.Events.AsSpan());
            if (after.Dispute("D-1")!.Proposal is { } proposal)
                after = after.After(Approve(after, proposal.CreditMinor, "ben"));
            var given = account.Balance - after.Balance;
            Assert.Equal(after.Dispute("D-1")!.CreditMinor, given.Minor);
            Assert.InRange(given.Minor, 0, disputed);
        });

    private static Decision<AccountEvent> Decide(Account account, ResolveDispute wanted) =>
        DisputeResolution.Decide(account, wanted, Policy, Context("as agreed"));

    private static Decision<AccountEvent> Approve(Account account, long minor, string who) => CreditApproval.Decide(
        account, new ApproveCredit("D-1", minor, true, Day(2, 16)), Policy, Context(who: who));
}
