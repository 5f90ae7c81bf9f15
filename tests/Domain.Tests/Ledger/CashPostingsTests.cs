using BillingActors.Domain.Accounts;
using BillingActors.Domain.Cash;
using BillingActors.Domain.Ledger;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Cash.SampleCash;

namespace BillingActors.Domain.Tests.Ledger;

public sealed class CashPostingsTests
{
    private static readonly Refund OfReceipt = new(
        "F-1", "R-1", null, 400, CashMethod.Cheque, null, "anna", RefundState.Requested);

    private static readonly Refund OfCredit = OfReceipt with
    {
        ReceiptId = null,
        Credit = ItemShare.Of(Item("C-1", -400, Day(3, 1)), Eur(-400)),
    };

    private static readonly CashApplied Application = new(
        "received",
        AppliedBy.ExactItem,
        Today,
        [ItemShare.Of(Item("I-1", 11900, Day(3, 1)), Eur(11900))],
        11600,
        62,
        [new CashDiscount("I-1", 200, [new TaxRelief("VAT", 38)])]);

    [Fact]
    public void Money_comes_in_by_its_method_or_from_unidentified_cash()
    {
        Assert.Equal("cash/wire:100 unapplied-cash:-100", Entry(Booked(null)));
        Assert.Equal("unidentified-cash:100 unapplied-cash:-100", Entry(Booked("S-1")));
    }

    [Fact]
    public void An_application_takes_cash_discount_tax_and_difference_and_is_taken_back_the_same()
    {
        Assert.Equal(
            "unapplied-cash:11600 small-differences:62 cash-discounts:200 tax/VAT:38 receivables:-11900",
            Entry(new AccountEvent.ReceiptApplied("R-1", Application)));
        Assert.Equal(
            "unapplied-cash:-11600 small-differences:-62 cash-discounts:-200 tax/VAT:-38 receivables:11900",
            Entry(new AccountEvent.ReceiptUnapplied("R-1", Application, Today)));
    }

    [Fact]
    public void Money_that_goes_back_leaves_the_bank()
    {
        var reversed = new AccountEvent.ReceiptReversed(
            "R-1",
            CashReceiptState.DebitMemo,
            CashMethod.DirectDebit,
            "AM04",
            ReturnMeaning.Retry,
            500,
            300,
            "R-1.debit",
            Today,
            Today);

        Assert.Equal("receivables:300 unapplied-cash:200 cash/direct-debit:-500", Entry(reversed));
        Assert.Equal(
            "receivables:200 unapplied-cash:300 cash/card:-500",
            Entry(new AccountEvent.ReceiptChargedBack(
                "R-1", new CashChargeback("B-1", 500, "fraud", Today), CashMethod.Card, 200, "R-1.debit", Today)));
        Assert.Equal(
            "cash/card:500 unapplied-cash:-500",
            Entry(new AccountEvent.ChargebackWon("R-1", CashMethod.Card, 500, Today)));
        Assert.Equal(
            "receivables:350 fees/returned-payment:-350",
            Entry(new AccountEvent.ReturnFeeCharged("R-1.fee", "R-1", 350, Today, Today)));
    }

    [Fact]
    public void A_refund_is_payable_until_it_is_paid()
    {
        Assert.Equal(
            "unapplied-cash:400 refunds-payable:-400", Entry(new AccountEvent.RefundRequested(OfReceipt, Today)));
        Assert.Equal("receivables:400 refunds-payable:-400", Entry(new AccountEvent.RefundRequested(OfCredit, Today)));
        Assert.Equal("refunds-payable:400 receivables:-400", Entry(new AccountEvent.RefundRejected(OfCredit, Today)));
        Assert.Equal(
            "refunds-payable:400 cash/cheque:-400",
            Entry(new AccountEvent.RefundPaid("F-1", CashMethod.Cheque, 400, null, Today)));
        Assert.Equal(
            "cash/cheque:400 unapplied-cash:-400", Entry(new AccountEvent.RefundReturned(OfReceipt, "AC04", Today)));
    }

    [Fact]
    public void What_moves_no_money_has_no_entry()
    {
        var settled = new CreditSettled("S-1", Today, []);
        AccountEvent[] events =
        [
            new AccountEvent.CreditApplied(settled), new AccountEvent.CreditUnapplied(settled, Today),
            new AccountEvent.RefundApproved("F-1", "ben", Today),
            new AccountEvent.RetryPlanned(new PlannedRetry("R-1", 1, 1, Today, Today)),
            new AccountEvent.AutomaticPaymentStopped("AC04", 1, Today),
            new AccountEvent.AutomaticPaymentResumed(Today),
        ];

        Assert.All(events, happened => Assert.Null(PostingRules.EntryOf(happened, Euro)));
    }

    [Fact]
    public void Every_method_has_its_bank_side() => Assert.Equal(
        Enum.GetValues<CashMethod>().Length,
        Enum.GetValues<CashMethod>().Select(CashPostings.Bank).Distinct(StringComparer.Ordinal).Count());

    private static AccountEvent.ReceiptBooked Booked(string? suspenseId) => new(
        "R-1", "bank", CashMethod.Wire, 100, Today, Today, null, null, null, suspenseId, null, false);

    private static string Entry(AccountEvent happened) => string.Join(
        ' ',
        PostingRules.EntryOf(happened, Euro)!.Postings
            .Select(posting => $"{posting.LedgerAccount}:{posting.Amount.Minor}"));
}
