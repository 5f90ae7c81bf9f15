using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Cash;

/// <summary>Sets what is left of a receipt against items that are named, or else by rule.</summary>
public static class CashApplication
{
    /// <summary>
    /// Refuses what is more than is left or open, and what names no item. The same application again is nothing.
    /// </summary>
    public static Decision<AccountEvent> Decide(Account account, ApplyCash wanted, CashTerms terms)
    {
        if (CashRefusals.UnlessKnown(account) is { } no)
            return no;
        if (!Refusals.IsId(wanted.ApplicationId))
            return Refusals.IdInvalid;
        if (account.Cash.Receipt(wanted.ReceiptId) is not { } receipt)
            return CashRefusals.ReceiptUnknown;
        if (receipt.Application(wanted.ApplicationId) is { } known)
            return IsSame(known, wanted) ? Decision<AccountEvent>.Nothing : CashRefusals.ApplicationExists;
        if (!receipt.IsBooked)
            return CashRefusals.ReceiptReversed;
        if (Impossible(account, receipt, wanted.Wishes) is { } impossible)
            return impossible;
        var money = new PlannedMoney(
            wanted.ApplicationId,
            receipt.UnappliedMinor,
            receipt.ValueOn,
            wanted.On,
            IsRestKept: !wanted.Wishes.IsEmpty);
        return ApplicationPlanning.Plan(account, money, wanted.Wishes, terms) is { } application
            ? new AccountEvent.ReceiptApplied(receipt.Id, application)
            : CashRefusals.NothingToApply;
    }

    private static Refusal? Impossible(Account account, CashReceipt receipt, ImmutableArray<ItemWish> wishes)
    {
        var left = receipt.UnappliedMinor;
        foreach (var wish in wishes)
        {
            if (ApplicationPlanning.Find(account, wish.Item) is not { Open.Minor: > 0 } item)
                return CashRefusals.ItemUnknown;
            if (wish.AmountMinor is <= 0)
                return CashRefusals.AmountNotPositive;
            if (wish.AmountMinor > item.Open.Minor)
                return CashRefusals.ItemOverpaid;
            if (wish.AmountMinor > left)
                return CashRefusals.CashShort;
            left -= wish.AmountMinor ?? 0;
        }
        return null;
    }

    // Items may be gone by now, so the names and amounts are compared with what was settled.
    private static bool IsSame(CashApplied known, ApplyCash wanted) =>
        !known.IsUndone
        && wanted.Wishes.All(wish => known.Shares.Any(share =>
            (share.ItemId == wish.Item || share.Number == wish.Item)
            && (wish.AmountMinor is not { } amount || amount <= share.AmountMinor)));
}
