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
        if (Impossible(account, receipt, wanted) is { } impossible)
            return impossible;
        var money = new PlannedMoney(
            wanted.ApplicationId,
            receipt.UnappliedMinor,
            receipt.ValueOn,
            wanted.On,
            IsRestKept: !wanted.Wishes.IsEmpty)
        {
            Allocation = wanted.Allocation,
            Reference = receipt.Reference,
        };
        return ApplicationPlanning.Plan(account, money, wanted.Wishes, terms) is { } application
            ? new AccountEvent.ReceiptApplied(receipt.Id, application)
            : CashRefusals.NothingToApply;
    }

    private static Refusal? Impossible(Account account, CashReceipt receipt, ApplyCash wanted)
    {
        var left = receipt.UnappliedMinor;
        foreach (var wish in wanted.Wishes)
        {
            if (ApplicationPlanning.Find(account, wish.Item) is not { Open.Minor: > 0 } item)
                return CashRefusals.ItemUnknown;
            if (wish.AmountMinor is <= 0)
                return CashRefusals.AmountNotPositive;
            if (wish.AmountMinor > item.Open.Minor)
                return CashRefusals.ItemOverpaid;
            // What is spread is as much as there is, whatever is named.
            if (wanted.Allocation == Allocation.ProRata)
                continue;
            if (wish.AmountMinor > left)
                return CashRefusals.CashShort;
            left -= wish.AmountMinor ?? 0;
        }
        return null;
    }

    // Items may be gone by now, so the names and amounts are compared with what was settled.
    private static bool IsSame(CashApplied known, ApplyCash wanted) =>
        !known.IsUndone
        && (wanted.Allocation == Allocation.ProRata) == (known.By == AppliedBy.ProRata)
        && (wanted.Allocation == Allocation.ProRata ? IsAmong(known, wanted.Wishes) : IsPaid(known, wanted.Wishes));

    // An item may be too small for its part to come to anything.
    private static bool IsAmong(CashApplied known, ImmutableArray<ItemWish> wishes) =>
        wishes.IsEmpty
        || known.Shares.All(share => wishes.Any(wish => wish.Item == share.ItemId || wish.Item == share.Number));

    private static bool IsPaid(CashApplied known, ImmutableArray<ItemWish> wishes) =>
        wishes.All(wish => known.Shares.Any(share =>
            (share.ItemId == wish.Item || share.Number == wish.Item)
            && (wish.AmountMinor is not { } amount || amount <= share.AmountMinor)));
}
