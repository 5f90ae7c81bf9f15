using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Disputes;

/// <summary>Decides a dispute; what it gives back has a limit, as every action that moves money has.</summary>
public static class DisputeResolution
{
    /// <summary>
    /// Refuses a credit without a reason, one above what is disputed or left of the invoice, and a second decision that
    /// differs.
    /// </summary>
    public static Decision<AccountEvent> Decide(Account account, ResolveDispute wanted, CommandContext context)
    {
        if (DisputeRefusals.UnlessKnown(account) is { } no)
            return no;
        if (account.Dispute(wanted.DisputeId) is not { } dispute)
            return DisputeRefusals.DisputeUnknown;
        if (!Refusals.IsId(wanted.RootCause))
            return DisputeRefusals.RootCauseUnknown;
        if (wanted.CreditMinor < 0 || wanted.CreditMinor > dispute.AmountMinor)
            return DisputeRefusals.CreditExceedsDispute(dispute.AmountMinor);
        if (wanted.CreditMinor > 0 && string.IsNullOrWhiteSpace(context.Reason))
            return Refusals.ReasonMissing;
        if (!dispute.IsRunning)
        {
            return IsDecided(dispute, wanted)
                ? Decision<AccountEvent>.Nothing
                : DisputeRefusals.WrongStage(dispute.Stage);
        }
        if (wanted.On < dispute.OpenedOn)
            return Refusals.DateNotAllowed;
        return wanted.CreditMinor == 0 ? Rejected(dispute, wanted) : DisputeCredit.Of(account, dispute, wanted);
    }

    private static AccountEvent.DisputeDecided Rejected(Dispute dispute, ResolveDispute wanted) => new(
        dispute.Id,
        DisputeStage.Rejected,
        0,
        wanted.RootCause,
        wanted.On,
        wanted.On.PlusDays(wanted.GraceDays));

    private static bool IsDecided(Dispute dispute, ResolveDispute wanted) =>
        dispute.Outcome is not null and not DisputeStage.Withdrawn
        && dispute.CreditMinor == wanted.CreditMinor
        && dispute.RootCause == wanted.RootCause;
}
