using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Disputes;

/// <summary>
/// The credit memo of a dispute: what is given back, with its taxes, off the disputed line or invoice.
/// </summary>
internal static class DisputeMemo
{
    /// <summary>Why the invoice cannot be corrected by so much; or null.</summary>
    public static Refusal? Impossible(
        Account account, Dispute dispute, ResolveDispute resolved, CreditableInvoice invoice)
    {
        if (account.CreditMemos.Any(memo => memo.CreditId == DisputeCredit.IdOf(dispute.Id)))
            return CreditRefusals.CreditExists;
        if (account.IsWrittenOff(invoice.InvoiceId))
            return MemoRefusals.ItemWrittenOff;
        var left = account.LeftOf(invoice);
        if (left.IsNothing)
            return MemoRefusals.NothingToCredit;
        if (dispute.LineNumber is { } number && resolved.CreditMinor > left.GrossOf(number - 1))
            return MemoRefusals.AboveLine(number, new Money(left.GrossOf(number - 1), account.Currency));
        var most = left.TotalMinor - account.DiscountedOf(invoice.InvoiceId);
        return resolved.CreditMinor > most ? MemoRefusals.AboveInvoice(new Money(most, account.Currency)) : null;
    }

    /// <summary>The memo; its document gets its id when it is stored.</summary>
    public static AccountEvent.CreditMemoIssued Of(
        Account account, Dispute dispute, ResolveDispute resolved, CreditableInvoice invoice)
    {
        var left = account.LeftOf(invoice);
        ImmutableArray<int> lines = dispute.LineNumber is { } number ? [number - 1] : left.Lines;
        var note = new CreditNote(
            DisputeCredit.IdOf(dispute.Id), resolved.RootCause, resolved.CreditOn ?? resolved.On)
        {
            DisputeId = dispute.Id,
        };
        return CreditMemoDraft.Of(account, invoice, left.OfGross(lines, resolved.CreditMinor), note);
    }
}
