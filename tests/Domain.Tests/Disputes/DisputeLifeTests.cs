using BillingActors.Domain.Accounts;
using BillingActors.Domain.Disputes;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Collections.SampleDebt;

namespace BillingActors.Domain.Tests.Disputes;

public sealed class DisputeLifeTests
{
    private static readonly DisputePolicy Policy = DisputePolicy.Default;

    private static readonly Account Disputed = Owing(("A", 10_000, Day(2, 1))).After(DisputeOpening.Decide(
        Owing(("A", 10_000, Day(2, 1))),
        new OpenDispute("D-1", "A", 8_000, "price", "anna", Day(2, 10), null),
        Policy));

    [Fact]
    public void A_dispute_goes_through_review_and_waiting_and_is_closed_when_decided()
    {
        var review = new MoveDispute("D-1", DisputeStage.InReview, null, Day(2, 11));
        var reviewed = Disputed.After(AssertOnce<AccountEvent.DisputeMoved>(
            Disputed, a => DisputeMoving.Decide(a, review, Policy)));
        var wait = new MoveDispute("D-1", DisputeStage.Waiting, "asked-customer", Day(2, 12));
        var waiting = reviewed.After(DisputeMoving.Decide(reviewed, wait, Policy));
        var close = new MoveDispute("D-1", DisputeStage.Closed, null, Day(2, 20));

        AssertRefused(DisputeRefusals.WrongStage(DisputeStage.Waiting), DisputeMoving.Decide(waiting, close, Policy));
        AssertRefused(
            DisputeRefusals.NoteUnknown, DisputeMoving.Decide(waiting, wait with { NoteCode = "sang" }, Policy));
        AssertRefused(
            DisputeRefusals.DisputeUnknown, DisputeMoving.Decide(waiting, wait with { DisputeId = "X" }, Policy));
        AssertRefused(
            Refusals.DateNotAllowed, DisputeMoving.Decide(Disputed, review with { On = Day(2, 1) }, Policy));
        var rejected = waiting.After(DisputeResolution.Decide(
            waiting, new ResolveDispute("D-1", 0, "none", Day(2, 14)), Context()));
        var closed = rejected.After(DisputeMoving.Decide(rejected, close, Policy));
        Assert.Equal(
            (DisputeStage.Closed, DisputeStage.Rejected, "asked-customer"),
            (closed.Dispute("D-1")!.Stage, closed.Dispute("D-1")!.Outcome, closed.Dispute("D-1")!.NoteCode));
    }

    [Fact]
    public void A_withdrawn_dispute_is_due_again_after_its_grace()
    {
        var withdrawn = AssertOnce<AccountEvent.DisputeWithdrawn>(
            Disputed, a => DisputeWithdrawal.Decide(a, "D-1", Day(2, 12), Policy));

        var after = Disputed.After(withdrawn);
        Assert.Equal(Eur(0), after.DisputedOf("A"));
        Assert.Equal(Eur(8_000), after.HeldOf("A", Day(2, 22)));
        AssertRefused(
            DisputeRefusals.DisputeUnknown, DisputeWithdrawal.Decide(Disputed, "X", Day(2, 12), Policy));
        AssertRefused(Refusals.DateNotAllowed, DisputeWithdrawal.Decide(Disputed, "D-1", Day(2, 1), Policy));
        AssertRefused(
            DisputeRefusals.WrongStage(DisputeStage.Withdrawn),
            DisputeResolution.Decide(
                after, new ResolveDispute("D-1", 0, "none", Day(2, 14)), Context()));
    }

    [Fact]
    public void A_late_dispute_escalates_once_and_again_after_a_new_day()
    {
        Assert.Empty(DisputeEscalation.Decide(Disputed, Policy, Day(2, 20)).Events);

        var escalated = AssertOnce<AccountEvent.DisputeEscalated>(
            Disputed, a => DisputeEscalation.Decide(a, Policy, Day(2, 21)));

        var late = Disputed.After(escalated);
        Assert.Equal("receivables-supervisor", late.Dispute("D-1")!.Owner);
        var assigned = AssertOnce<AccountEvent.DisputeAssigned>(late, a => DisputeAssigning.Decide(
            a, DisputeAssigning.Wanted("D-1", "carla", Day(3, 1), Day(2, 22))));
        Assert.Equal(("receivables-supervisor", Day(2, 20)), (assigned.OwnerBefore, assigned.DueOnBefore));
        Assert.Single(DisputeEscalation.Decide(late.After(assigned), Policy, Day(3, 2)).Events);
    }

    [Fact]
    public void An_assignment_that_cannot_be_is_refused()
    {
        var wanted = DisputeAssigning.Wanted("D-1", "carla", Day(3, 1), Day(2, 22));

        AssertRefused(Refusals.IdInvalid, DisputeAssigning.Decide(Disputed, wanted with { Owner = "a b" }));
        AssertRefused(
            DisputeRefusals.DisputeUnknown, DisputeAssigning.Decide(Disputed, wanted with { DisputeId = "X" }));
        AssertRefused(
            Refusals.DateNotAllowed, DisputeAssigning.Decide(Disputed, wanted with { DueOn = Day(2, 21) }));
        var withdrawn = Disputed.After(DisputeWithdrawal.Decide(Disputed, "D-1", Day(2, 12), Policy));
        AssertRefused(DisputeRefusals.WrongStage(DisputeStage.Withdrawn), DisputeAssigning.Decide(withdrawn, wanted));
    }

    [Fact]
    public void A_document_is_filed_once_by_id_and_kind()
    {
        var wanted = new AccountEvent.DisputeDocumentAdded("D-1", "doc-7", "photo", Day(2, 12));

        AssertOnce<AccountEvent.DisputeDocumentAdded>(Disputed, a => DisputeFiling.Decide(a, wanted));
        AssertRefused(Refusals.IdInvalid, DisputeFiling.Decide(Disputed, wanted with { FileId = "my photo" }));
        var filed = Disputed.After(DisputeFiling.Decide(Disputed, wanted));
        AssertRefused(DisputeRefusals.DocumentExists, DisputeFiling.Decide(filed, wanted with { FileKind = "letter" }));
        AssertRefused(
            DisputeRefusals.DisputeUnknown, DisputeFiling.Decide(Disputed, wanted with { DisputeId = "X" }));
        var closed = Disputed.After(DisputeWithdrawal.Decide(Disputed, "D-1", Day(2, 12), Policy));
        closed = closed.After(DisputeMoving.Decide(
            closed, new MoveDispute("D-1", DisputeStage.Closed, null, Day(2, 20)), Policy));
        AssertRefused(DisputeRefusals.WrongStage(DisputeStage.Closed), DisputeFiling.Decide(closed, wanted));
    }

    [Fact]
    public void A_dispute_takes_fifty_documents_and_says_so_of_the_next()
    {
        var page = new AccountEvent.DisputeDocumentAdded("D-1", "doc-50", "photo", Day(2, 12));
        var full = Enumerable.Range(0, DisputeFiling.DocumentCountMax).Aggregate(Disputed, (account, i) =>
            account.After(DisputeFiling.Decide(account, page with { FileId = $"doc-{i}" })));

        AssertRefused(DisputeRefusals.TooManyDocuments, DisputeFiling.Decide(full, page));
    }
}
