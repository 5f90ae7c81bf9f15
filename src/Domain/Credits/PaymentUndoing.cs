using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Cash;
using NodaTime;

namespace BillingActors.Domain.Credits;

/// <summary>Takes back what paid an item: the money is free again, and what paid other items pays them still.</summary>
internal static class PaymentUndoing
{
    public static ImmutableArray<AccountEvent.CashEvent> Of(Account account, string itemId, LocalDate on) =>
    [
        .. account.Cash.Receipts.SelectMany(receipt => receipt.Standing
            .Where(application => Touches(application.Shares, itemId))
            .SelectMany(application => Undone(receipt, application, itemId, on))),
        .. account.Cash.Credits
            .Where(credit => Touches(credit.Shares, itemId))
            .Select(credit => new AccountEvent.CreditUnapplied(credit, on)),
    ];

    private static bool Touches(ImmutableArray<ItemShare> shares, string itemId) =>
        shares.Any(share => share.ItemId == itemId);

    private static IEnumerable<AccountEvent.CashEvent> Undone(
        CashReceipt receipt, CashApplied application, string itemId, LocalDate on)
    {
        yield return new AccountEvent.ReceiptUnapplied(receipt.Id, application, on);
        if (Others(receipt, application, itemId, on) is { } others)
            yield return new AccountEvent.ReceiptApplied(receipt.Id, others);
    }

    // A small difference goes with the item that is taken out. Where a credit was used up with it, all is undone: a
    // person must say what the credit is for now.
    private static CashApplied? Others(CashReceipt receipt, CashApplied application, string itemId, LocalDate on)
    {
        var shares = application.Shares.RemoveAll(share => share.ItemId == itemId);
        var discounts = application.Discounts.RemoveAll(discount => discount.ItemId == itemId);
        var cash = shares.Sum(share => share.AmountMinor) - discounts.Sum(discount => discount.TotalMinor);
        if (shares.IsEmpty || shares.Any(share => share.AmountMinor <= 0) || cash <= 0 || cash > application.CashMinor)
            return null;
        return application with
        {
            Id = receipt.UnusedApplication(application.Id),
            On = on,
            Shares = shares,
            CashMinor = cash,
            DifferenceMinor = 0,
            Discounts = discounts,
        };
    }
}
