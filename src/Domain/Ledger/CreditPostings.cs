using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Ledger;

/// <summary>How credit memos, adjustments, write-offs and recoveries are booked.</summary>
internal static class CreditPostings
{
    public static JournalEntry? EntryOf(AccountEvent.CreditEvent happened, Currency currency) => happened switch
    {
        AccountEvent.ItemAdjusted e => new EntryDraft(currency)
            .Debit(AccountOf(e.AdjustmentKind), e.Share.AmountMinor)
            .Credit(PostingRules.Receivables, e.Share.AmountMinor)
            .On(e.On),
        AccountEvent.ItemsWrittenOff e => Moved(AccountOf(e.WriteOffKind), e.Shares, e.TaxRelief, 1, currency).On(e.On),
        AccountEvent.WriteOffRecovered e => Moved("bad-debts-recovered", e.Shares, e.TaxDue, -1, currency).On(e.On),
        AccountEvent.CreditMemoIssued e => Corrected(e, currency).On(e.IssuedOn),
        _ => throw new BrokenInvariantException("every event of the credits is booked"),
    };

    // Out of the very roles the invoice was booked to, at its rates.
    private static EntryDraft Corrected(AccountEvent.CreditMemoIssued memo, Currency currency)
    {
        var entry = new EntryDraft(currency);
        foreach (var share in memo.Revenue)
            entry.Debit("revenue/" + share.TariffId, share.NetMinor);
        foreach (var taxes in memo.Taxes.GroupBy(tax => tax.Code, StringComparer.Ordinal))
            entry.Debit("tax/" + taxes.Key, taxes.Sum(tax => tax.AmountMinor));
        return entry.Credit(
            memo.ParentId is null ? PostingRules.Receivables : PostingRules.BillsInTransit, memo.TotalMinor);
    }

    // The tax in a claim is no loss: the authority gives it back, and takes it again when the claim comes back.
    private static EntryDraft Moved(
        string ledgerAccount, ImmutableArray<ItemShare> shares, ImmutableArray<TaxShare> taxes, int sign,
        Currency currency)
    {
        var gross = shares.Sum(share => share.AmountMinor);
        var tax = taxes.Sum(share => share.AmountMinor);
        var entry = new EntryDraft(currency).Debit(ledgerAccount, sign * (gross - tax));
        foreach (var share in taxes)
            entry.Debit("tax/" + share.Code, sign * share.AmountMinor);
        return entry.Credit(PostingRules.Receivables, sign * gross);
    }

    private static string AccountOf(AdjustmentKind kind) => kind switch
    {
        AdjustmentKind.Goodwill => DisputePostings.Goodwill,
        AdjustmentKind.FeeWaiver => "fees/waived",
        AdjustmentKind.InterestWaiver => "interest",
        _ => throw new BrokenInvariantException("every kind of adjustment has a ledger account"),
    };

    private static string AccountOf(WriteOffKind kind) => kind switch
    {
        WriteOffKind.SmallBalance => CashPostings.SmallDifferences,
        WriteOffKind.BadDebt => "bad-debts",
        _ => throw new BrokenInvariantException("every kind of write-off has a ledger account"),
    };
}
