using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Credits;

/// <summary>The event of a credit memo, before it is stored and its document has an id.</summary>
internal static class CreditMemoDraft
{
    public static AccountEvent.CreditMemoIssued Of(
        Account account, CreditableInvoice invoice, CreditedParts parts, CreditNote note) => new(
            "",
            note.CreditId,
            invoice.InvoiceId,
            note.Code,
            invoice.Period,
            note.On,
            parts.NetMinor,
            parts.TaxMinor,
            parts.RevenueOf(invoice),
            parts.TaxesOf(invoice),
            parts.Lines,
            parts.LineTaxes,
            invoice.ParentId is null ? Settled(account, invoice.InvoiceId, parts.TotalMinor) : [],
            note.Cancellation,
            note.DisputeId)
        {
            ParentId = invoice.ParentId,
        };

    // No more than is open of the invoice, and only where it is open the same way.
    private static ImmutableArray<ItemShare> Settled(Account account, string invoiceId, long totalMinor)
    {
        if (account.Item(invoiceId) is not { } item || Math.Sign(item.Open.Minor) != Math.Sign(totalMinor))
            return [];
        var minor = totalMinor > 0 ? Math.Min(totalMinor, item.Open.Minor) : Math.Max(totalMinor, item.Open.Minor);
        return [ItemShare.Of(item, new Money(minor, account.Currency))];
    }

    /// <summary>What of an invoice was not credited yet.</summary>
    public static CreditLeft LeftOf(this Account account, CreditableInvoice invoice) =>
        new(invoice, account.CreditMemos, account.Currency);

    /// <summary>What was taken off an invoice for paying early, with its taxes.</summary>
    public static long DiscountedOf(this Account account, string invoiceId) => account.Cash.Receipts
        .SelectMany(receipt => receipt.Standing)
        .SelectMany(application => application.Discounts)
        .Where(discount => discount.ItemId == invoiceId)
        .Sum(discount => discount.TotalMinor);

    /// <summary>Whether some of the invoice was given up, and did not come back.</summary>
    public static bool IsWrittenOff(this Account account, string invoiceId) => account.WriteOffs.Any(writeOff =>
        writeOff.Shares.Any(share => share.ItemId == invoiceId && share.AmountMinor > 0));
}
