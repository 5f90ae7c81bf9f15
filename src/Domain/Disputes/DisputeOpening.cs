using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Disputes;

/// <summary>Opens a dispute on an item, a line of it, or a part.</summary>
public static class DisputeOpening
{
    /// <summary>
    /// Refuses an unknown item or reason and more than is open and not disputed yet; the same dispute again is nothing.
    /// </summary>
    public static Decision<AccountEvent> Decide(Account account, OpenDispute wanted, DisputePolicy policy)
    {
        if (DisputeRefusals.UnlessKnown(account) is { } no)
            return no;
        if (!Refusals.IsId(wanted.DisputeId) || !Refusals.IsId(wanted.Owner))
            return Refusals.IdInvalid;
        if (account.Dispute(wanted.DisputeId) is { } known)
            return IsSame(known, wanted) ? Decision<AccountEvent>.Nothing : DisputeRefusals.DisputeExists;
        if (account.Disputes.Count(dispute => dispute.IsRunning) >= DisputePolicy.RunningCountMax)
            return DisputeRefusals.TooMany;
        if (policy.Reason(wanted.Reason) is not { } reason)
            return DisputeRefusals.ReasonUnknown;
        if (account.Item(wanted.ItemId) is not { Open.Minor: > 0 } item)
            return DisputeRefusals.ItemUnknown;
        var dueOn = wanted.DueOn ?? wanted.On.PlusDays(reason.ReviewDays);
        if (dueOn < wanted.On || wanted.On < item.IssuedOn)
            return Refusals.DateNotAllowed;
        return Opened(account, item, wanted with { DueOn = dueOn });
    }

    private static Decision<AccountEvent> Opened(Account account, OpenItem item, OpenDispute wanted)
    {
        var left = (item.Open - account.DisputedOf(item.Id)).Minor;
        var amount = wanted.AmountMinor ?? Math.Min(left, wanted.Line?.AmountMinorMax ?? left);
        if (wanted.AmountMinor <= 0)
            return DisputeRefusals.AmountNotPositive;
        if (amount <= 0 || amount > left)
            return DisputeRefusals.ExceedsItem(left);
        if (wanted.Line is { } line && amount > line.AmountMinorMax)
            return DisputeRefusals.ExceedsLine(line.AmountMinorMax);
        return new AccountEvent.DisputeOpened(
            wanted.DisputeId,
            item.Id,
            wanted.Line?.Number,
            amount,
            wanted.Reason,
            wanted.Owner,
            wanted.On,
            wanted.DueOn!.Value,
            account.DunningLevelOf(item.Id));
    }

    private static bool IsSame(Dispute dispute, OpenDispute wanted) =>
        dispute.ItemId == wanted.ItemId
        && dispute.LineNumber == wanted.Line?.Number
        && (wanted.AmountMinor is not { } amount || dispute.AmountMinor == amount)
        && dispute.Reason == wanted.Reason
        && dispute.OpenedOn == wanted.On;
}
