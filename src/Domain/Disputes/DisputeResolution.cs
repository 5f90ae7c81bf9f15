using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Disputes;

/// <summary>Decides a dispute; a credit above the limit waits for a second person.</summary>
public static class DisputeResolution
{
    /// <summary>
    /// Refuses a credit without a reason, one above what is disputed, and a second decision that differs.
    /// </summary>
    public static Decision<AccountEvent> Decide(
        Account account, ResolveDispute wanted, DisputePolicy policy, CommandContext context)
    {
        if (DisputeRefusals.UnlessKnown(account) is { } no)
            return no;
        if (account.Dispute(wanted.DisputeId) is not { } dispute)
            return DisputeRefusals.DisputeUnknown;
        if (!policy.HasRootCause(wanted.RootCause))
            return DisputeRefusals.RootCauseUnknown;
        if (wanted.CreditMinor < 0 || wanted.CreditMinor > dispute.AmountMinor)
            return DisputeRefusals.CreditExceedsDispute(dispute.AmountMinor);
        if (wanted.CreditMinor > 0 && string.IsNullOrWhiteSpace(context.Reason))
            return Refusals.ReasonMissing;
        if (!dispute.IsRunning)
            return IsDecided(dispute, wanted) ? Decision<AccountEvent>.Nothing : NotNow(dispute);
        if (wanted.On < dispute.OpenedOn)
            return Refusals.DateNotAllowed;
        if (wanted.CreditMinor == 0)
            return Rejected(dispute, wanted, policy);
        if (wanted.CreditMinor <= policy.CreditLimitMinor)
            return DisputeCredit.Of(account, dispute, wanted, policy);
        return IsProposed(dispute, wanted)
            ? Decision<AccountEvent>.Nothing
            : new AccountEvent.DisputeCreditProposed(
                dispute.Id, wanted.CreditMinor, wanted.RootCause, context.Actor.Id, wanted.On);
    }

    private static Refusal NotNow(Dispute dispute) => DisputeRefusals.WrongStage(dispute.Stage);

    private static AccountEvent.DisputeDecided Rejected(
        Dispute dispute, ResolveDispute wanted, DisputePolicy policy) =>
        new(
            dispute.Id,
            DisputeStage.Rejected,
            0,
            wanted.RootCause,
            wanted.On,
            wanted.On.PlusDays(policy.GraceDays));

    private static bool IsDecided(Dispute dispute, ResolveDispute wanted) =>
        dispute.Outcome is not null and not DisputeStage.Withdrawn
        && dispute.CreditMinor == wanted.CreditMinor
        && dispute.RootCause == wanted.RootCause;

    private static bool IsProposed(Dispute dispute, ResolveDispute wanted) =>
        dispute.Proposal is { } proposal
        && proposal.CreditMinor == wanted.CreditMinor
        && proposal.RootCause == wanted.RootCause;
}
