using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Disputes;

/// <summary>Gives a running dispute to another owner, or another day to be decided by.</summary>
public static class DisputeAssigning
{
    /// <summary>Refuses a decided dispute and a due day in the past; owner and day as they are, are nothing.</summary>
    public static Decision<AccountEvent> Decide(
        Account account, AccountEvent.DisputeAssigned wanted)
    {
        if (DisputeRefusals.UnlessKnown(account) is { } no)
            return no;
        if (!Refusals.IsId(wanted.Owner))
            return Refusals.IdInvalid;
        if (account.Dispute(wanted.DisputeId) is not { } dispute)
            return DisputeRefusals.DisputeUnknown;
        if (dispute.Owner == wanted.Owner && dispute.DueOn == wanted.DueOn)
            return Decision<AccountEvent>.Nothing;
        if (!dispute.IsRunning)
            return DisputeRefusals.WrongStage(dispute.Stage);
        if (wanted.DueOn < wanted.On)
            return Refusals.DateNotAllowed;
        return wanted with { OwnerBefore = dispute.Owner, DueOnBefore = dispute.DueOn };
    }

    /// <summary>What somebody wants; how it was before is filled in by the decision.</summary>
    public static AccountEvent.DisputeAssigned Wanted(string disputeId, string owner, LocalDate dueOn, LocalDate on) =>
        new(disputeId, "", owner, dueOn, dueOn, on);
}
