using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Disputes;

/// <summary>Moves a dispute on: into review, to waiting and back, and closes what is decided.</summary>
public static class DisputeMoving
{
    /// <summary>Refuses a step that does not follow; a dispute that stands there already is nothing.</summary>
    public static Decision<AccountEvent> Decide(Account account, MoveDispute wanted, DisputePolicy policy)
    {
        if (DisputeRefusals.UnlessKnown(account) is { } no)
            return no;
        if (account.Dispute(wanted.DisputeId) is not { } dispute)
            return DisputeRefusals.DisputeUnknown;
        if (!policy.AllowsNote(wanted.NoteCode))
            return DisputeRefusals.NoteUnknown;
        if (dispute.Stage == wanted.Stage && dispute.NoteCode == (wanted.NoteCode ?? dispute.NoteCode))
            return Decision<AccountEvent>.Nothing;
        if (!Follows(dispute, wanted.Stage))
            return DisputeRefusals.WrongStage(dispute.Stage);
        if (wanted.On < dispute.OpenedOn)
            return Refusals.DateNotAllowed;
        return new AccountEvent.DisputeMoved(
            dispute.Id, dispute.Stage, wanted.Stage, wanted.NoteCode, wanted.On);
    }

    private static bool Follows(Dispute dispute, DisputeStage stage) => stage switch
    {
        DisputeStage.InReview or DisputeStage.Waiting => dispute.IsRunning,
        DisputeStage.Closed => !dispute.IsRunning && dispute.Stage != DisputeStage.Closed,
        _ => false,
    };
}
