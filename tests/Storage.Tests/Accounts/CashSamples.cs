using BillingActors.Domain.Accounts;
using BillingActors.Domain.Approvals;
using BillingActors.Domain.Cash;
using NodaTime;

namespace BillingActors.Storage.Tests.Accounts;

/// <summary>One of each event of the cash room, as they are stored.</summary>
internal static class CashSamples
{
    private static readonly LocalDate Day = new(2025, 2, 3);

    private static readonly ItemShare Share = new(
        "ACME.A-1.7", "INV-00000007", 11900, new LocalDate(2025, 1, 31), new LocalDate(2025, 2, 14), 11900);

    private static readonly CashApplied Application = new(
        "received",
        AppliedBy.ExactItem,
        Day,
        [Share, Share with { ItemId = "R-0.fee", Number = "R-0.fee", Kind = ItemKind.Fee }],
        23500,
        62,
        [new CashDiscount("ACME.A-1.7", 200, [new TaxRelief("VAT", 38)])]);

    private static readonly Refund Refund = new(
        "F-1", "R-1", null, 400, CashMethod.Cheque, "C-9", "anna", RefundState.Requested);

    private static readonly CreditSettled Settlement = new(
        "S-1", Day, [Share with { ItemId = "C-1", AmountMinor = -11900, Kind = ItemKind.CreditMemo }, Share]);

    public static IDictionary<string, AccountEvent> All => new Dictionary<string, AccountEvent>(StringComparer.Ordinal)
    {
        ["receipt-booked"] = new AccountEvent.ReceiptBooked(
            "R-1", "bank", CashMethod.DirectDebit, 24000, Day, Day, "RF18 5390", "B-1", null, null, "R-0", false),
        ["receipt-booked-card"] = new AccountEvent.ReceiptBooked(
            "R-2", "shop", CashMethod.Card, 1, Day, Day, null, null, "tok-1", "S-9", null, true),
        ["receipt-applied"] = new AccountEvent.ReceiptApplied("R-1", Application),
        ["receipt-applied-pro-rata"] = new AccountEvent.ReceiptApplied(
            "R-1", Application with { Id = "spread", By = AppliedBy.ProRata, Discounts = [] }),
        ["receipt-unapplied"] = new AccountEvent.ReceiptUnapplied("R-1", Application, Day),
        ["credit-applied"] = new AccountEvent.CreditApplied(Settlement),
        ["credit-unapplied"] = new AccountEvent.CreditUnapplied(Settlement, Day),
        ["receipt-reversed"] = new AccountEvent.ReceiptReversed(
            "R-1",
            CashReceiptState.DebitMemo,
            CashMethod.DirectDebit,
            "AM04",
            ReturnMeaning.Retry,
            24000,
            400,
            "R-1.debit",
            Day,
            Day),
        ["receipt-charged-back"] = new AccountEvent.ReceiptChargedBack(
            "R-2", new CashChargeback("B-1", 700, "fraud", Day), CashMethod.Card, 300, "R-2.chargeback-B-1", Day),
        ["chargeback-won-part"] = new AccountEvent.ChargebackWon("R-2", CashMethod.Card, 700, Day)
        {
            ChargebackId = "B-1",
        },
        ["chargeback-won"] = new AccountEvent.ChargebackWon("R-2", CashMethod.Card, 1, Day),
        ["return-fee-charged"] = new AccountEvent.ReturnFeeCharged("R-1.fee", "R-1", 350, Day, Day),
        ["retry-planned"] = new AccountEvent.RetryPlanned(new PlannedRetry("R-1", 24000, 1, Day, Day)),
        ["retry-dropped"] = new AccountEvent.RetryDropped(new PlannedRetry("R-1", 24000, 1, Day, Day), Day),
        ["automatic-payment-stopped"] = new AccountEvent.AutomaticPaymentStopped("AC04", 2, Day),
        ["automatic-payment-resumed"] = new AccountEvent.AutomaticPaymentResumed(Day),
        ["refund-requested"] = new AccountEvent.RefundRequested(Refund, Day),
        ["refund-requested-credit"] = new AccountEvent.RefundRequested(
            Refund with { ReceiptId = null, Payee = null, Credit = Share with { AmountMinor = -400 } }, Day),
        ["refund-requested-by-hand"] = new AccountEvent.RefundRequested(
            Refund with { State = RefundState.Approved }, Day, IsByHand: true),
        ["action-requested-refund"] = new AccountEvent.ActionRequested(
            new MoneyAction.Refunding(new RequestRefund("F-1", "R-1", null, 400, CashMethod.Wire, "C-9", Day)),
            400,
            Day,
            Day.PlusDays(14)),
        ["refund-approved"] = new AccountEvent.RefundApproved("F-1", "ben", Day),
        ["refund-rejected"] = new AccountEvent.RefundRejected(Refund, Day),
        ["refund-paid"] = new AccountEvent.RefundPaid("F-1", CashMethod.Cheque, 400, "PAY-1", Day),
        ["refund-returned"] = new AccountEvent.RefundReturned(Refund, "AC04", Day),
    };
}
