using BillingActors.Domain.Accounts;
using BillingActors.Domain.Cash;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Ledger;

/// <summary>How money that comes in, is set against items, goes back or is paid out is booked.</summary>
public static class CashPostings
{
    /// <summary>Money that came in and has paid nothing yet; a liability.</summary>
    public const string UnappliedCash = "unapplied-cash";

    /// <summary>Money that came in and nobody knows from whom; a liability.</summary>
    public const string UnidentifiedCash = "unidentified-cash";

    /// <summary>Money that is to be paid back; a liability.</summary>
    public const string RefundsPayable = "refunds-payable";

    /// <summary>Differences too small to ask for.</summary>
    public const string SmallDifferences = "small-differences";

    /// <summary>Discounts for paying early, without their tax.</summary>
    public const string CashDiscounts = "cash-discounts";

    /// <summary>Fees of payments that came back.</summary>
    public const string ReturnFees = "fees/returned-payment";

    /// <summary>The bank side of a method, such as "cash/direct-debit".</summary>
    public static string Bank(CashMethod method) => "cash/" + method switch
    {
        CashMethod.Cash => "cash",
        CashMethod.Cheque => "cheque",
        CashMethod.Card => "card",
        CashMethod.Ach => "ach",
        CashMethod.Wire => "wire",
        CashMethod.DirectDebit => "direct-debit",
        CashMethod.Lockbox => "lockbox",
        CashMethod.Agency => "agency",
        _ => throw new BrokenInvariantException("every method of payment has a bank side"),
    };

    /// <summary>The entry of an event, or null.</summary>
    internal static JournalEntry? EntryOf(AccountEvent.CashEvent happened, Currency currency)
    {
        var entry = new EntryDraft(currency);
        return happened switch
        {
            AccountEvent.ReceiptBooked e => entry
                .Debit(e.SuspenseId is null ? Bank(e.Method) : UnidentifiedCash, e.AmountMinor)
                .Credit(UnappliedCash, e.AmountMinor)
                .On(e.BookedOn),
            AccountEvent.ReceiptApplied e => Applied(entry, e.Application, 1).On(e.Application.On),
            AccountEvent.ReceiptUnapplied e => Applied(entry, e.Application, -1).On(e.On),
            AccountEvent.CreditApplied e => DepositPostings.Paid(entry, e.Settlement.Shares, 1).On(e.Settlement.On),
            AccountEvent.CreditUnapplied e => DepositPostings.Paid(entry, e.Settlement.Shares, -1).On(e.On),
            AccountEvent.ReceiptReversed e => entry
                .Debit(PostingRules.Receivables, e.DebitMinor)
                .Debit(UnappliedCash, e.AmountMinor - e.DebitMinor)
                .Credit(Bank(e.Method), e.AmountMinor)
                .On(e.On),
            AccountEvent.ReceiptChargedBack e => entry
                .Debit(PostingRules.Receivables, e.DebitMinor)
                .Debit(UnappliedCash, e.Chargeback.AmountMinor - e.DebitMinor)
                .Credit(Bank(e.Method), e.Chargeback.AmountMinor)
                .On(e.Chargeback.On),
            AccountEvent.ChargebackWon e => entry
                .Debit(Bank(e.Method), e.AmountMinor).Credit(UnappliedCash, e.AmountMinor).On(e.On),
            AccountEvent.ReturnFeeCharged e => entry
                .Debit(e.ParentId is null ? PostingRules.Receivables : PostingRules.BillsInTransit, e.AmountMinor)
                .Credit(ReturnFees, e.AmountMinor)
                .On(e.On),
            AccountEvent.RefundRequested e => entry
                .Debit(SetAsideFrom(e.Refund), e.Refund.AmountMinor)
                .Credit(RefundsPayable, e.Refund.AmountMinor)
                .On(e.On),
            AccountEvent.RefundRejected e => entry
                .Debit(RefundsPayable, e.Refund.AmountMinor)
                .Credit(SetAsideFrom(e.Refund), e.Refund.AmountMinor)
                .On(e.On),
            AccountEvent.RefundPaid e => entry
                .Debit(RefundsPayable, e.AmountMinor).Credit(Bank(e.Method), e.AmountMinor).On(e.On),
            AccountEvent.RefundReturned e => entry
                .Debit(Bank(e.Refund.Method), e.Refund.AmountMinor)
                .Credit(SetAsideFrom(e.Refund), e.Refund.AmountMinor)
                .On(e.On),
            _ => null,
        };
    }

    private static string SetAsideFrom(Refund refund) =>
        refund.Credit is null ? UnappliedCash : PostingRules.Receivables;

    private static EntryDraft Applied(EntryDraft entry, CashApplied application, int sign)
    {
        entry.Debit(UnappliedCash, sign * application.CashMinor)
            .Debit(SmallDifferences, sign * application.DifferenceMinor);
        if (!application.Discounts.IsEmpty)
            AddDiscounts(entry, application, sign);
        entry.Credit(PostingRules.Receivables, sign * application.Shares.Sum(static share => share.AmountMinor));
        return DepositPostings.Paid(entry, application.Shares, sign);
    }

    private static void AddDiscounts(EntryDraft entry, CashApplied application, int sign)
    {
        entry.Debit(CashDiscounts, sign * application.Discounts.Sum(discount => discount.NetMinor));
        var reliefs = application.Discounts.SelectMany(discount => discount.Taxes);
        foreach (var taxes in reliefs.GroupBy(tax => tax.Code, StringComparer.Ordinal))
            entry.Debit("tax/" + taxes.Key, sign * taxes.Sum(tax => tax.AmountMinor));
    }
}
