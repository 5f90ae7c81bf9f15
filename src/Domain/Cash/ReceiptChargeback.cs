using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Cash;

/// <summary>
/// Takes a part of a card payment back: first what is free of it, then what is about to be refunded, then what it paid,
/// newest application first. What was paid out of it already or went to another account is claimed by a debit item.
/// </summary>
public static class ReceiptChargeback
{
    /// <summary>
    /// Refuses a missing reason, a receipt that is not there or not by card, and more than is left to be charged back;
    /// the same case again is nothing, also when it was won.
    /// </summary>
    public static Decision<AccountEvent> Decide(Account account, ChargeBack wanted, CommandContext context)
    {
        if (CashRefusals.UnlessKnown(account) is { } no)
            return no;
        if (CashRefusals.UnlessReasoned(context) is { } unreasoned)
            return unreasoned;
        if (!Refusals.IsId(wanted.ChargebackId) || !Refusals.IsId(wanted.ReasonCode))
            return Refusals.IdInvalid;
        if (CardNumbers.AreIn(wanted.ChargebackId))
            return CashRefusals.CardNumber;
        if (wanted.AmountMinor <= 0)
            return CashRefusals.AmountNotPositive;
        if (account.Cash.Receipt(wanted.ReceiptId) is not { } receipt)
            return CashRefusals.ReceiptUnknown;
        if (receipt.Chargeback(wanted.ChargebackId) is { } known)
        {
            return known.AmountMinor == wanted.AmountMinor && known.ReasonCode == wanted.ReasonCode
                ? Decision<AccountEvent>.Nothing
                : CashRefusals.ChargebackExists;
        }
        if (!receipt.IsBooked)
            return CashRefusals.ReceiptReversed;
        if (CashRefusals.UnlessHere(account, receipt) is { } elsewhere)
            return elsewhere;
        if (receipt.Method != CashMethod.Card)
            return CashRefusals.NotByCard;
        return wanted.AmountMinor > receipt.ChargeableMinor
            ? CashRefusals.ChargebackTooLarge
            : Events(account, receipt, wanted);
    }

    private static ImmutableArray<AccountEvent> Events(Account account, CashReceipt receipt, ChargeBack wanted)
    {
        var events = ImmutableArray.CreateBuilder<AccountEvent>();
        var left = wanted.AmountMinor - Math.Min(wanted.AmountMinor, receipt.UnappliedMinor);
        var pending = account.Cash.Refunds.Where(refund => refund.ReceiptId == receipt.Id && refund.IsPending);
        foreach (var refund in pending.Reverse().TakeWhile(_ => left > 0))
        {
            events.Add(new AccountEvent.RefundRejected(refund, wanted.On));
            left -= Math.Min(left, refund.AmountMinor);
        }
        foreach (var application in receipt.Standing.Reverse().Where(one => one.CashMinor > 0).TakeWhile(_ => left > 0))
        {
            var part = ApplicationLowering.Part(application, Math.Min(left, application.CashMinor));
            events.Add(new AccountEvent.ReceiptUnapplied(receipt.Id, part, wanted.On));
            left -= part.CashMinor;
        }
        events.Add(ChargedBack(account, receipt, wanted, left));
        return events.ToImmutable();
    }

    private static AccountEvent.ReceiptChargedBack ChargedBack(
        Account account, CashReceipt receipt, ChargeBack wanted, long debitMinor) => new(
            receipt.Id,
            new CashChargeback(wanted.ChargebackId, wanted.AmountMinor, wanted.ReasonCode, wanted.On),
            receipt.Method,
            debitMinor,
            debitMinor == 0 ? null : $"{receipt.Id}.chargeback-{wanted.ChargebackId}",
            wanted.On.PlusDays(account.TermsDays));
}
