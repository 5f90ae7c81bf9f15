using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Disputes;

/// <summary>The second person says yes or no to the credit of a dispute.</summary>
public static class CreditApproval
{
    /// <summary>
    /// Refuses where nothing is proposed, where the proposal changed since it was seen, and the one who proposed it.
    /// </summary>
    public static Decision<AccountEvent> Decide(
        Account account, ApproveCredit wanted, DisputePolicy policy, CommandContext context)
    {
        if (DisputeRefusals.UnlessKnown(account) is { } no)
            return no;
        if (account.Dispute(wanted.DisputeId) is not { } dispute)
            return DisputeRefusals.DisputeUnknown;
        if (!dispute.IsRunning && wanted.IsApproved && dispute.CreditMinor == wanted.CreditMinor)
            return Decision<AccountEvent>.Nothing;
        if (dispute.Proposal is not { } proposal || proposal.CreditMinor != wanted.CreditMinor)
            return DisputeRefusals.NothingProposed;
        if (proposal.ProposedBy == context.Actor.Id)
            return DisputeRefusals.SecondPersonNeeded;
        if (wanted.On < proposal.On)
            return Refusals.DateNotAllowed;
        if (!wanted.IsApproved)
            return new AccountEvent.DisputeCreditDeclined(dispute.Id, proposal.CreditMinor, wanted.On);
        var resolved = new ResolveDispute(dispute.Id, proposal.CreditMinor, proposal.RootCause, wanted.On);
        return DisputeCredit.Of(account, dispute, resolved, policy);
    }
}
