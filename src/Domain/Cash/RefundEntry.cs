using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Cash;

/// <summary>Sets money aside that goes back, so that it is neither applied nor paid out twice.</summary>
public static class RefundEntry
{
    /// <summary>Refuses a missing reason and more than is left; the same refund again is nothing.</summary>
    public static Decision<AccountEvent> Decide(Account account, RequestRefund wanted, CommandContext context)
    {
        if (CashRefusals.UnlessTakes(account, account.Currency.Code, wanted.AmountMinor) is { } no)
            return no;
        if (CashRefusals.UnlessReasoned(context) is { } unreasoned)
            return unreasoned;
        if (!Refusals.IsId(wanted.RefundId) || (wanted.Payee is { } payee && !Refusals.IsId(payee)))
            return Refusals.IdInvalid;
        if (CardNumbers.AreIn(wanted.RefundId) || CardNumbers.AreIn(wanted.Payee))
            return CashRefusals.CardNumber;
        if ((wanted.ReceiptId is null) == (wanted.CreditItemId is null))
            return CashRefusals.RefundSourceWrong;
        if (account.Cash.Refund(wanted.RefundId) is { } known)
            return IsSame(known, wanted) ? Decision<AccountEvent>.Nothing : CashRefusals.RefundExists;
        return wanted.ReceiptId is null
            ? OfCredit(account, wanted, context.Actor.Id, isByHand: true)
            : OfReceipt(account, wanted, context.Actor.Id);
    }

    private static Decision<AccountEvent> OfReceipt(Account account, RequestRefund wanted, string makerId)
    {
        if (account.Cash.Receipt(wanted.ReceiptId!) is not { } receipt)
            return CashRefusals.ReceiptUnknown;
        if (!receipt.IsBooked)
            return CashRefusals.ReceiptReversed;
        return wanted.AmountMinor > receipt.UnappliedMinor
            ? CashRefusals.RefundTooLarge
            : Requested(wanted, null, wanted.Method ?? receipt.Method, makerId) with { IsByHand = true };
    }

    /// <summary>Sets a credit aside for a refund; by itself where another room decided it.</summary>
    internal static Decision<AccountEvent> OfCredit(
        Account account, RequestRefund wanted, string makerId, bool isByHand = false)
    {
        if (ApplicationPlanning.Find(account, wanted.CreditItemId!) is not { Open.Minor: < 0 } item)
            return CashRefusals.ItemUnknown;
        if (wanted.AmountMinor > -item.Open.Minor)
            return CashRefusals.RefundTooLarge;
        var credit = ItemShare.Of(item, new Money(-wanted.AmountMinor, account.Currency));
        return Requested(wanted, credit, wanted.Method ?? CashMethod.Wire, makerId) with { IsByHand = isByHand };
    }

    // Another payee comes here only after a second person agreed.
    private static AccountEvent.RefundRequested Requested(
        RequestRefund wanted, ItemShare? credit, CashMethod method, string makerId) => new(
        new Refund(
            wanted.RefundId,
            wanted.ReceiptId,
            credit,
            wanted.AmountMinor,
            method,
            wanted.Payee,
            makerId,
            wanted.Payee is null ? RefundState.Requested : RefundState.Approved),
        wanted.On);

    private static bool IsSame(Refund refund, RequestRefund wanted) =>
        refund.ReceiptId == wanted.ReceiptId
        && (refund.Credit?.ItemId == wanted.CreditItemId || refund.Credit?.Number == wanted.CreditItemId)
        && refund.AmountMinor == wanted.AmountMinor
        && refund.Payee == wanted.Payee
        && (wanted.Method is null || refund.Method == wanted.Method);
}
