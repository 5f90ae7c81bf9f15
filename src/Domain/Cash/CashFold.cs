using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Cash;

/// <summary>An account after something happened to its money.</summary>
internal static class CashFold
{
    /// <summary>The account after the event.</summary>
    public static Account Apply(Account account, AccountEvent.CashEvent happened) => happened switch
    {
        AccountEvent.ReceiptBooked e => account.With(cash => Booked(cash, e)),
        AccountEvent.ReceiptApplied e => account.Settled(e.Application.Shares).WithReceipt(
            e.ReceiptId, receipt => receipt with { Applications = receipt.Applications.Add(e.Application) }),
        AccountEvent.ReceiptUnapplied e => account.Reopened(e.Application.Shares).WithReceipt(
            e.ReceiptId, receipt => receipt with { Applications = Without(receipt, e.Application) }),
        AccountEvent.CreditApplied e => account.Settled(e.Settlement.Shares)
            .With(cash => cash with { Credits = cash.Credits.Add(e.Settlement) }),
        AccountEvent.CreditUnapplied e => account.Reopened(e.Settlement.Shares)
            .With(cash => cash with { Credits = Without(cash.Credits, e.Settlement.Id) }),
        AccountEvent.ReceiptReversed e => Reversed(account, e),
        AccountEvent.ReceiptChargedBack e => ChargebackFold.Apply(account, e),
        AccountEvent.ChargebackWon { ChargebackId: not null } e => ChargebackFold.Apply(account, e),
        AccountEvent.ChargebackWon e => account.WithReceipt(
            e.ReceiptId, receipt => receipt with { State = CashReceiptState.Booked, ReasonCode = null }),
        AccountEvent.ReturnFeeCharged { ParentId: not null } => account,
        AccountEvent.ReturnFeeCharged e => account.WithItem(Item(account, e)),
        AccountEvent.RetryPlanned e => account.With(cash => cash with { Retries = cash.Retries.Add(e.Retry) }),
        AccountEvent.RetryDropped e => account.With(cash => cash with
        {
            Retries = cash.Retries.RemoveAll(retry => retry.ReceiptId == e.Retry.ReceiptId),
        }),
        AccountEvent.AutomaticPaymentStopped => account.With(cash => cash with { IsManual = true, Retries = [] }),
        AccountEvent.AutomaticPaymentResumed =>
            account.With(cash => cash with { IsManual = false, ReturnCount = 0 }),
        _ => RefundFold(account, happened),
    };

    private static Account RefundFold(Account account, AccountEvent.CashEvent happened) => happened switch
    {
        AccountEvent.RefundRequested e => SetAside(account, e.Refund)
            .With(cash => cash with { Refunds = cash.Refunds.Add(e.Refund) }),
        AccountEvent.RefundApproved e => account.WithRefund(e.RefundId, RefundState.Approved),
        AccountEvent.RefundPaid e => account.WithRefund(
            e.RefundId, refund => refund with { State = RefundState.Paid, PaidAs = e.PaymentReference }),
        AccountEvent.RefundRejected e => SetFree(account, e.Refund).WithRefund(e.Refund.Id, RefundState.Rejected),
        AccountEvent.RefundReturned e => SetFree(account, e.Refund).WithRefund(e.Refund.Id, RefundState.Returned),
        _ => throw new BrokenInvariantException("every event of the cash room is known"),
    };

    private static CashPosition Booked(CashPosition cash, AccountEvent.ReceiptBooked e)
    {
        var receipt = new CashReceipt(
            e.ReceiptId, e.Source, e.Method, e.AmountMinor, e.ValueOn, e.BookedOn, e.Reference, e.IsOnAccount, [])
        {
            SuspenseId = e.SuspenseId,
        };
        if (cash.Retries.FirstOrDefault(planned => planned.ReceiptId == e.RetryOf) is not { } retry)
            return cash with { Receipts = cash.Receipts.Add(receipt) };
        return cash with
        {
            Receipts = cash.Receipts.Add(
                receipt with { Attempt = retry.Attempt, FirstReturnedOn = retry.FirstReturnedOn }),
            Retries = cash.Retries.Remove(retry),
        };
    }

    // What it paid and keeps is claimed by the debit item from now on; ids of applications stay used.
    private static Account Reversed(Account account, AccountEvent.ReceiptReversed e)
    {
        var isHeldAgainstPayer = e.State != CashReceiptState.ChargedBack && e.Meaning != ReturnMeaning.OwnMistake;
        var after = account.WithReceipt(e.ReceiptId, receipt => receipt with
        {
            State = e.State,
            ReasonCode = e.ReasonCode,
            ReversalCount = receipt.ReversalCount + 1,
            RefundedMinor = 0,
            TransferredMinor = 0,
            Applications = [.. receipt.Applications.Select(application => application.Undone())],
        }).With(cash => cash with
        {
            ReturnCount = cash.ReturnCount + (isHeldAgainstPayer ? 1 : 0),
            Retries = cash.Retries.RemoveAll(retry => retry.ReceiptId == e.ReceiptId),
            Refunds = [.. cash.Refunds.Select(refund => Reclaimed(refund, e.ReceiptId))],
        });
        return e.DebitItemId is null ? after : after.WithItem(Item(account, e));
    }

    internal static Refund Reclaimed(Refund refund, string receiptId) =>
        refund.ReceiptId == receiptId && refund.State == RefundState.Paid
            ? refund with { State = RefundState.Reclaimed }
            : refund;

    private static OpenItem Item(Account account, AccountEvent.ReceiptReversed e)
    {
        var amount = new Money(e.DebitMinor, account.Currency);
        return new OpenItem(e.DebitItemId!, e.DebitItemId!, amount, amount, e.On, e.DueOn, ItemKind.DebitMemo);
    }

    private static OpenItem Item(Account account, AccountEvent.ReturnFeeCharged e)
    {
        var amount = new Money(e.AmountMinor, account.Currency);
        return new OpenItem(e.ItemId, e.ItemId, amount, amount, e.On, e.DueOn, ItemKind.Fee);
    }

    private static Account SetAside(Account account, Refund refund) => refund.Credit is { } credit
        ? account.Settled([credit])
        : account.WithReceipt(
            refund.ReceiptId!, receipt => receipt with { RefundedMinor = receipt.RefundedMinor + refund.AmountMinor });

    private static Account SetFree(Account account, Refund refund) => refund.Credit is { } credit
        ? account.Reopened([credit])
        : account.WithReceipt(
            refund.ReceiptId!, receipt => receipt with { RefundedMinor = receipt.RefundedMinor - refund.AmountMinor });

    internal static Account With(this Account account, Func<CashPosition, CashPosition> change) =>
        account with { Cash = change(account.Cash) };

    internal static Account WithReceipt(this Account account, string id, Func<CashReceipt, CashReceipt> change)
    {
        var receipts = account.Cash.Receipts;
        var receipt = account.Cash.Receipt(id);
        Invariant.Holds(receipt is not null, "what happens to a receipt happens to one that was booked");
        return account.With(cash => cash with { Receipts = receipts.Replace(receipt!, change(receipt!)) });
    }

    private static Account WithRefund(this Account account, string id, RefundState state) =>
        account.WithRefund(id, refund => refund with { State = state });

    private static Account WithRefund(this Account account, string id, Func<Refund, Refund> change)
    {
        var refund = account.Cash.Refund(id);
        Invariant.Holds(refund is not null, "what happens to a refund happens to one that was asked for");
        return account.With(cash => cash with
        {
            Refunds = cash.Refunds.Replace(refund!, change(refund!)),
        });
    }

    private static ImmutableArray<CashApplied> Without(CashReceipt receipt, CashApplied taken)
    {
        var application = receipt.Application(taken.Id)!;
        return receipt.Applications.Replace(application, application.Less(taken));
    }

    private static ImmutableArray<CreditSettled> Without(ImmutableArray<CreditSettled> credits, string id)
    {
        var credit = credits.First(one => one.Id == id);
        return credits.Replace(credit, credit with { Shares = [] });
    }
}
