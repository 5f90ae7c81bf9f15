using BillingActors.Domain.Accounts;
using BillingActors.Domain.Approvals;
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

    private static readonly ResolveDispute Half = new("D-1", 4_000, "rating", Day(2, 15)) { GraceDays = 10 };

    [Fact]
    public void What_is_no_invoice_of_the_account_is_given_up_once()
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
    public void A_credit_above_the_limit_waits_with_all_other_requests_and_is_done_once()
    {
        var whole = Half with { CreditMinor = 8_000 };

        AssertOnce<AccountEvent.ActionRequested>(Disputed, a => Take(a, whole));
        var waiting = Disputed.By("anna", Take(Disputed, whole));

        Assert.Equal(("dispute.D-1", 8_000L), (waiting.Requests[0].RequestId, waiting.Requests[0].EffectMinor));
        Assert.Equal((Eur(10_000), true), (waiting.Item("A")!.Open, waiting.Dispute("D-1")!.IsRunning));
        AssertRefused(ApprovalRefusals.SecondPersonNeeded, Approve(waiting, 8_000, "anna"));
        AssertRefused(ApprovalRefusals.RequestExists, Take(waiting, whole with { CreditMinor = 7_000 }));
        var after = waiting.By("ben", Approve(waiting, 8_000, "ben"));
        Assert.Equal(DisputeStage.Upheld, after.Dispute("D-1")!.Stage);
        Assert.Equal(Eur(2_000), after.Item("A")!.Open);
        Assert.Empty(Approve(after, 8_000, "ben").Events);
    }

    [Fact]
    public void A_dispute_that_was_withdrawn_meanwhile_voids_the_request()
    {
        var waiting = Disputed.By("anna", Take(Disputed, Half with { CreditMinor = 8_000 }));
        var withdrawn = waiting.After(DisputeWithdrawal.Decide(waiting, "D-1", Day(2, 16), Policy));

        var voided = Assert.IsType<AccountEvent.ActionVoided>(
            Assert.Single(Approve(withdrawn, 8_000, "ben").Events));

        Assert.Equal("dispute-wrong-stage", voided.Code);
        Assert.Empty(withdrawn.After(voided).Requests);
    }

    [Fact]
    public void Credits_of_disputes_count_against_the_limit_of_who_gives_them()
    {
        var after = Disputed.After(Take(Disputed, Half));

        Assert.Equal(4_000, after.MovedByHand("anna", "dispute-credit", Half.On));
    }

    // As they were stored before there was one inbox.
    [Fact]
    public void A_credit_that_was_proposed_of_old_is_decided_again()
    {
        var old = Disputed.After(
            new AccountEvent.DisputeCreditProposed("D-1", 8_000, "rating", "anna", Day(2, 12)),
            new AccountEvent.DisputeCreditDeclined("D-1", 8_000, Day(2, 13)),
            new AccountEvent.DisputeCreditProposed("D-1", 8_000, "rating", "anna", Day(2, 14)));

        Assert.Equal(DisputeStage.Waiting, old.Dispute("D-1")!.Stage);
        Assert.Equal(DisputeStage.PartlyUpheld, old.After(Decide(old, Half)).Dispute("D-1")!.Stage);
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
        AssertRefused(DisputeRefusals.RootCauseUnknown, Decide(Disputed, Half with { RootCause = "" }));
        AssertRefused(DisputeRefusals.CreditExceedsDispute(8_000), Decide(Disputed, Half with { CreditMinor = 8_001 }));
        AssertRefused(DisputeRefusals.CreditExceedsDispute(8_000), Decide(Disputed, Half with { CreditMinor = -1 }));
        AssertRefused(Refusals.DateNotAllowed, Decide(Disputed, Half with { On = Day(2, 9) }));
        AssertRefused(
            Refusals.ReasonMissing, DisputeResolution.Decide(Disputed, Half, Context()));
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
            var given = account.Balance - after.Balance;
            Assert.Equal(after.Dispute("D-1")!.CreditMinor, given.Minor);
            Assert.InRange(given.Minor, 0, disputed);
        });

    private static Decision<AccountEvent> Decide(Account account, ResolveDispute wanted) =>
        DisputeResolution.Decide(account, wanted, Context("as agreed"));

    private static Decision<AccountEvent> Take(Account account, ResolveDispute wanted) => ActionTaking.Decide(
        account,
        new TakeAction(new MoneyAction.CreditingDispute(wanted), 5_000, Half.On, Half.On.PlusDays(14)),
        Context("as agreed"));

    private static Decision<AccountEvent> Approve(Account account, long minor, string who) => ActionApproval.Decide(
        account, new DecideAction("dispute.D-1", minor, 100_000, Day(2, 16)), Context(who: who));
}
