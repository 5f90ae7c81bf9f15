using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Transfers;

namespace BillingActors.Domain.Ledger;

/// <summary>How what leaves an account for another one is booked; both ends book for one legal entity.</summary>
public static class TransferPostings
{
    /// <summary>What has left one account and has not arrived at the other.</summary>
    public const string InTransit = "in-transit";

    internal static JournalEntry? EntryOf(AccountEvent.TransferEvent happened, Currency currency) => happened switch
    {
        AccountEvent.TransferSent e => Moved(e.Value, 1, currency).On(e.On),
        AccountEvent.TransferReceived e => Moved(e.Value, -1, currency).On(e.On),
        AccountEvent.TransferReturned e => Moved(e.Value, -1, currency).On(e.On),
        _ => null,
    };

    private static EntryDraft Moved(TransferValue value, int sign, Currency currency) => new EntryDraft(currency)
        .Debit(InTransit, sign * value.NetMinor)
        .Debit(CashPostings.UnappliedCash, sign * value.CashMinor)
        .Credit(PostingRules.Receivables, sign * value.ItemsMinor);
}
