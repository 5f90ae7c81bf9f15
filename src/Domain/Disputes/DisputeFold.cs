using BillingActors.Domain.Accounts;
using BillingActors.Domain.Approvals;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Disputes;

/// <summary>What the events of disputes make of an account.</summary>
internal static class DisputeFold
{
    /// <summary>The account after the event, with the sums that limits look at.</summary>
    public static Account Apply(Account account, AccountEvent.DisputeEvent happened, EventEnvelope envelope)
    {
        var after = Apply(account, happened);
        return happened is AccountEvent.DisputeCredited e
            ? ApprovalFold.Moved(after, MoneyAction.CreditingDispute.ActionName, e.TotalMinor, e.On, envelope)
            : after;
    }

    /// <summary>
    /// The account after the event. A credit that was proposed before approvals had one inbox is no request: it is
    /// decided again.
    /// </summary>
    public static Account Apply(Account account, AccountEvent.DisputeEvent happened) => happened switch
    {
        AccountEvent.DisputeOpened e => account with { Disputes = account.Disputes.Add(Opened(e)) },
        AccountEvent.DisputeMoved e => With(
            account, e, dispute => dispute with { Stage = e.Stage, NoteCode = e.NoteCode ?? dispute.NoteCode }),
        AccountEvent.DisputeAssigned e => With(
            account, e, dispute => dispute with { Owner = e.Owner, DueOn = e.DueOn, EscalatedOn = null }),
        AccountEvent.DisputeDocumentAdded e => With(account, e, dispute => dispute with
        {
            Documents = dispute.Documents.Add(new(e.FileId, e.FileKind)),
        }),
        AccountEvent.DisputeCreditProposed e => With(
            account, e, dispute => dispute with { Stage = DisputeStage.Waiting }),
        AccountEvent.DisputeCreditDeclined e => With(
            account, e, dispute => dispute with { Stage = DisputeStage.InReview }),
        AccountEvent.DisputeDecided e => Decided(account, e),
        AccountEvent.DisputeCredited e => Credited(account, e),
        AccountEvent.DisputeWithdrawn e => Withdrawn(account, e),
        AccountEvent.DisputeEscalated e => With(
            account, e, dispute => dispute with { Owner = e.Owner, EscalatedOn = e.On }),
        _ => throw new BrokenInvariantException("every event of a dispute is known"),
    };

    private static Dispute Opened(AccountEvent.DisputeOpened e) =>
        new(e.DisputeId, e.ItemId, e.AmountMinor, e.Reason, e.Owner, e.On, e.DueOn, e.LevelHeld)
        {
            LineNumber = e.LineNumber,
        };

    private static Account Decided(Account account, AccountEvent.DisputeDecided e) => Resumed(
        With(account, e, dispute => dispute with
        {
            Stage = e.Outcome,
            Outcome = e.Outcome,
            CreditMinor = e.CreditMinor,
            RootCause = e.RootCause,
            DecidedOn = e.On,
            GraceUntil = e.GraceUntil,
        }),
        e.DisputeId);

    private static Account Withdrawn(Account account, AccountEvent.DisputeWithdrawn e) => Resumed(
        With(account, e, dispute => dispute with
        {
            Stage = DisputeStage.Withdrawn,
            Outcome = DisputeStage.Withdrawn,
            DecidedOn = e.On,
            GraceUntil = e.GraceUntil,
        }),
        e.DisputeId);

    // What comes back into dunning goes on where it stood, so that no part of the item skips a level.
    private static Account Resumed(Account account, string disputeId)
    {
        var dispute = account.Dispute(disputeId)!;
        return dispute.GraceUntil is null ? account : account.DunnedAtMost(dispute.ItemId, dispute.LevelHeld);
    }

    private static Account Credited(Account account, AccountEvent.DisputeCredited e)
    {
        var after = account.Settled(e.Shares);
        if (e.CreditItemId is not { } itemId)
            return after;
        var rest = new Money(-e.RestMinor, account.Currency);
        return after.WithItem(new OpenItem(itemId, "", rest, rest, e.On, e.On, ItemKind.CreditMemo));
    }

    private static Account With(
        Account account, AccountEvent.DisputeEvent happened, Func<Dispute, Dispute> change) => account with
        {
            Disputes = [.. account.Disputes.Select(d => d.Id == happened.DisputeId ? change(d) : d)],
        };
}
