using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using Period = NodaTime.Period;

namespace BillingActors.Domain.Cash;

/// <summary>
/// Takes a receipt back, whole or what was not charged back of it, never with a negative one: its items are open again
/// with their old due dates, or a debit item stands in for them. The code says whether it costs a fee, is drawn once
/// more, or stops automatic payment.
/// </summary>
public static class ReceiptReversal
{
    /// <summary>
    /// Refuses a missing reason, a receipt that is not there or went back otherwise; the same again is nothing.
    /// </summary>
    public static Decision<AccountEvent> Decide(
        Account account, ReverseReceipt wanted, ReturnPolicy policy, CommandContext context)
    {
        if (CashRefusals.UnlessKnown(account) is { } no)
            return no;
        if (CashRefusals.UnlessReasoned(context) is { } unreasoned)
            return unreasoned;
        if (!Refusals.IsId(wanted.ReasonCode) || wanted.State == CashReceiptState.Booked)
            return Refusals.IdInvalid;
        if (account.Cash.Receipt(wanted.ReceiptId) is not { } receipt)
            return CashRefusals.ReceiptUnknown;
        if (!receipt.IsBooked)
        {
            return receipt.State == wanted.State && receipt.ReasonCode == wanted.ReasonCode
                ? Decision<AccountEvent>.Nothing
                : CashRefusals.ReceiptReversed;
        }
        if (receipt.ChargeableMinor == 0)
            return CashRefusals.ReceiptReversed;
        if (CashRefusals.UnlessHere(account, receipt) is { } elsewhere)
            return elsewhere;
        if (wanted.State == CashReceiptState.ChargedBack && receipt.Method != CashMethod.Card)
            return CashRefusals.NotByCard;
        return Events(account, receipt, wanted, policy);
    }

    private static ImmutableArray<AccountEvent> Events(
        Account account, CashReceipt receipt, ReverseReceipt wanted, ReturnPolicy policy)
    {
        var events = ImmutableArray.CreateBuilder<AccountEvent>();
        var pending = account.Cash.Refunds.Where(one => one.ReceiptId == receipt.Id && one.IsPending).ToList();
        events.AddRange(pending.Select(refund => new AccountEvent.RefundRejected(refund, wanted.On)));
        var stays = wanted.State == CashReceiptState.DebitMemo;
        if (!stays)
        {
            events.AddRange(receipt.Standing.Reverse().Select(
                application => new AccountEvent.ReceiptUnapplied(receipt.Id, application, wanted.On)));
        }
        // What was paid out again, or went to another account, is gone twice, and is claimed.
        var refunded = receipt.RefundedMinor - pending.Sum(refund => refund.AmountMinor);
        var gone = refunded + receipt.TransferredMinor;
        var reversed = Reversed(account, receipt, wanted, gone + (stays ? receipt.AppliedMinor : 0));
        events.Add(reversed);
        events.AddRange(Consequences(account, receipt, reversed, policy));
        return events.ToImmutable();
    }

    private static AccountEvent.ReceiptReversed Reversed(
        Account account, CashReceipt receipt, ReverseReceipt wanted, long debitMinor) => new(
            receipt.Id,
            wanted.State,
            receipt.Method,
            wanted.ReasonCode,
            ReturnCodes.MeaningOf(wanted.ReasonCode),
            receipt.ChargeableMinor,
            debitMinor,
            debitMinor == 0 ? null : Numbered(receipt, "debit"),
            wanted.On,
            wanted.On.PlusDays(account.TermsDays));

    private static IEnumerable<AccountEvent> Consequences(
        Account account, CashReceipt receipt, AccountEvent.ReceiptReversed reversed, ReturnPolicy policy)
    {
        if (reversed.State == CashReceiptState.ChargedBack || reversed.Meaning == ReturnMeaning.OwnMistake)
            yield break;
        var isAnswerable = reversed.Meaning is ReturnMeaning.Retry or ReturnMeaning.NewDetails or ReturnMeaning.Contact;
        if (isAnswerable && policy.FeeMinor > 0)
        {
            yield return new AccountEvent.ReturnFeeCharged(
                Numbered(receipt, "fee"), receipt.Id, policy.FeeMinor, reversed.On, reversed.DueOn)
            {
                ParentId = account.ParentId,
            };
        }
        var count = account.Cash.ReturnCount + 1;
        var isStopped = count >= policy.ReturnCountMax
            || reversed.Meaning is ReturnMeaning.NewDetails or ReturnMeaning.Contact or ReturnMeaning.Deceased;
        if (isStopped && !account.Cash.IsManual)
            yield return new AccountEvent.AutomaticPaymentStopped(reversed.ReasonCode, count, reversed.On);
        if (!isStopped && !account.Cash.IsManual && Retry(receipt, reversed, policy) is { } retry)
            yield return new AccountEvent.RetryPlanned(retry);
    }

    private static PlannedRetry? Retry(
        CashReceipt receipt, AccountEvent.ReceiptReversed reversed, ReturnPolicy policy)
    {
        var isDrawn = receipt.Method is CashMethod.DirectDebit or CashMethod.Ach or CashMethod.Card;
        if (!isDrawn || reversed.Meaning != ReturnMeaning.Retry || receipt.Attempt >= policy.RetryAfterDays.Length)
            return null;
        var first = receipt.FirstReturnedOn ?? reversed.On;
        var on = reversed.On.PlusDays(policy.RetryAfterDays[receipt.Attempt]);
        return Period.DaysBetween(first, on) > policy.RetryWindowDays
            ? null
            : new PlannedRetry(receipt.Id, reversed.AmountMinor, receipt.Attempt + 1, on, first);
    }

    // A receipt can go back more than once, where a chargeback was won in between.
    private static string Numbered(CashReceipt receipt, string what) => receipt.ReversalCount == 0
        ? $"{receipt.Id}.{what}"
        : string.Create(CultureInfo.InvariantCulture, $"{receipt.Id}.{what}-{receipt.ReversalCount + 1}");
}
