using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Cash;
using BillingActors.Domain.Collections;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Credits;

/// <summary>
/// Takes an invoice back: a credit memo mirrors all that is left of it, money that paid it is free again, and its days
/// and one-off charges wait for the next bill, which is made of the data and tariffs of then.
/// </summary>
public static class InvoiceCancelling
{
    /// <summary>
    /// Refuses a missing reason, an invoice that is not the last of its contracts, one that is disputed, arranged or
    /// written off, and one with nothing left. The same cancellation again is nothing new.
    /// </summary>
    public static Decision<AccountEvent> Decide(Account account, CancelInvoice command, CommandContext context)
    {
        if (Refusals.UnlessOpen(account) is { } no)
            return no;
        if (!Refusals.IsId(command.CreditId) || !Refusals.IsId(command.Code))
            return Refusals.IdInvalid;
        if (string.IsNullOrWhiteSpace(context.Reason))
            return Refusals.ReasonMissing;
        var invoiceId = command.Invoice.InvoiceId;
        if (account.CreditMemos.FirstOrDefault(known => known.CreditId == command.CreditId) is { } known)
        {
            return known.IsCancellation && known.InvoiceId == invoiceId
                ? Decision<AccountEvent>.Nothing
                : CreditRefusals.CreditExists;
        }
        if (Impossible(account, command) is { } impossible)
            return impossible;
        var undone = PaymentUndoing.Of(account, invoiceId, command.On);
        var freed = undone.Aggregate(account, static (now, happened) => CashFold.Apply(now, happened));
        if (CreditNetting.Of(freed, command, account.LeftOf(command.Invoice).TotalMinor) is { } netted)
        {
            undone = undone.Add(netted);
            freed = CashFold.Apply(freed, netted);
        }
        var note = new CreditNote(command.CreditId, command.Code, command.On)
        {
            Cancellation = new InvoiceCancellation(command.Contracts),
        };
        ImmutableArray<AccountEvent> events =
        [
            .. undone,
            .. command.Charges.Select(Waiting),
            CreditMemoDraft.Of(freed, command.Invoice, account.LeftOf(command.Invoice).All(), note),
        ];
        return events;
    }

    /// <summary>What the credit memo comes to as the account stands, in minor units and whichever way.</summary>
    public static long EffectMinor(Account account, CancelInvoice command) =>
        Math.Abs(account.LeftOf(command.Invoice).TotalMinor);

    private static Refusal? Impossible(Account account, CancelInvoice command)
    {
        var invoiceId = command.Invoice.InvoiceId;
        if (account.CreditMemos.Any(memo => memo.IsCancellation && memo.InvoiceId == invoiceId))
            return MemoRefusals.InvoiceCancelled;
        if (account.LeftOf(command.Invoice).IsNothing)
            return MemoRefusals.NothingToCredit;
        if (account.IsWrittenOff(invoiceId))
            return MemoRefusals.ItemWrittenOff;
        if (account.Disputes.Any(dispute => dispute.IsRunning && dispute.ItemId == invoiceId))
            return CollectionRefusals.ItemDisputed;
        if (account.Collected.Plans.Any(plan => plan.IsRunning && plan.Covers(invoiceId))
            || account.Collected.Placements.Any(placed => placed.IsRunning && placed.Covers(invoiceId)))
        {
            return CollectionRefusals.ItemElsewhere;
        }
        if (command.Contracts.Any(one => account.Contract(one.ContractId)?.BilledThrough != one.Period.Until))
            return MemoRefusals.LaterInvoice(command.LaterInvoice);
        return command.Charges.Any(charge => account.Charges.Any(waiting => waiting.Id == charge.Id))
            ? Refusals.ChargeExists
            : null;
    }

    private static AccountEvent Waiting(PendingCharge charge) => new AccountEvent.ChargeAdded(
        charge.Id, charge.Text, charge.Amount.Minor, charge.TaxCategory, charge.On);
}
