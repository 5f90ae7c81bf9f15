using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Disputes;

/// <summary>The customer takes a dispute back; what was disputed is due again after its grace.</summary>
public static class DisputeWithdrawal
{
    /// <summary>Refuses a dispute that is decided; one that was withdrawn is nothing.</summary>
    public static Decision<AccountEvent> Decide(Account account, string disputeId, LocalDate on, DisputePolicy policy)
    {
        if (DisputeRefusals.UnlessKnown(account) is { } no)
            return no;
        if (account.Dispute(disputeId) is not { } dispute)
            return DisputeRefusals.DisputeUnknown;
        if (dispute.Outcome == DisputeStage.Withdrawn)
            return Decision<AccountEvent>.Nothing;
        if (!dispute.IsRunning)
            return DisputeRefusals.WrongStage(dispute.Stage);
        if (on < dispute.OpenedOn)
            return Refusals.DateNotAllowed;
        return new AccountEvent.DisputeWithdrawn(disputeId, on, on.PlusDays(policy.GraceDays));
    }
}
