using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Cash;

/// <summary>An account after a part of a receipt was charged back, or won again.</summary>
internal static class ChargebackFold
{
    /// <summary>
    /// The account after a part went back. What its debit item claims counts as paid out no longer; a refund that comes
    /// back after that is new money.
    /// </summary>
    public static Account Apply(Account account, AccountEvent.ReceiptChargedBack e)
    {
        var receipt = account.Cash.Receipt(e.ReceiptId);
        var refunded = Math.Min(e.DebitMinor, receipt?.RefundedMinor ?? 0);
        var after = account.WithReceipt(e.ReceiptId, charged => charged with
        {
            Chargebacks = charged.Chargebacks.Add(e.Chargeback),
            RefundedMinor = charged.RefundedMinor - refunded,
            TransferredMinor = charged.TransferredMinor - (e.DebitMinor - refunded),
        });
        if (refunded > 0)
        {
            after = after.With(cash => cash with
            {
                Refunds = [.. cash.Refunds.Select(refund => CashFold.Reclaimed(refund, e.ReceiptId))],
            });
        }
        return e.DebitItemId is { } id ? after.WithItem(Item(account, e, id)) : after;
    }

    /// <summary>The account after a part came again.</summary>
    public static Account Apply(Account account, AccountEvent.ChargebackWon e) =>
        account.WithReceipt(e.ReceiptId, receipt =>
        {
            var part = receipt.Chargeback(e.ChargebackId!);
            Invariant.Holds(part is { IsWon: false }, "what is won was charged back");
            return receipt with { Chargebacks = receipt.Chargebacks.Replace(part!, part! with { IsWon = true }) };
        });

    private static OpenItem Item(Account account, AccountEvent.ReceiptChargedBack e, string id)
    {
        var amount = new Money(e.DebitMinor, account.Currency);
        return new OpenItem(id, id, amount, amount, e.Chargeback.On, e.DueOn, ItemKind.DebitMemo);
    }
}
