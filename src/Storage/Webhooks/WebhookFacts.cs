using BillingActors.Domain.Accounts;
using BillingActors.Domain.Cash;
using BillingActors.Domain.Collections;
using BillingActors.Domain.Disputes;
using BillingActors.Storage.Json;
using NodaTime;

namespace BillingActors.Storage.Webhooks;

/// <summary>
/// What is said of an event: ids, amounts and days. It is thin, so that whoever gets it by mistake learns of nobody,
/// and whoever may know more asks for it.
/// </summary>
internal static class WebhookFacts
{
    /// <summary>Names and values, in the order they are said; no value is left out.</summary>
    public static IEnumerable<(string Name, object? Value)> Of(AccountEvent happened) => happened switch
    {
        AccountEvent.Opened e =>
            [("customerId", e.CustomerId), ("cycleId", e.CycleId), ("on", Day(e.On))],
        AccountEvent.Closed e => [("on", Day(e.On))],
        AccountEvent.InvoiceIssued e =>
            [("invoiceId", e.InvoiceId), ("runId", e.RunId), ("periodFrom", Day(e.Period.From)),
            ("periodUntil", Day(e.Period.Until)), ("issuedOn", Day(e.IssuedOn)), ("dueOn", Day(e.DueOn)),
            ("netMinor", e.NetMinor), ("taxMinor", e.TaxMinor), ("totalMinor", e.NetMinor + e.TaxMinor),
            ("isFinal", e.IsFinal)],
        AccountEvent.CollectiveBilled e =>
            [("billId", e.BillId), ("issuedOn", Day(e.On)), ("dueOn", Day(e.DueOn)), ("lineCount", e.LineCount),
            ("totalMinor", e.NetMinor + e.TaxMinor)],
        AccountEvent.CreditMemoIssued e =>
            [("memoId", e.MemoId), ("invoiceId", e.InvoiceId), ("code", e.Code), ("issuedOn", Day(e.IssuedOn)),
            ("totalMinor", e.TotalMinor), ("disputeId", e.DisputeId)],
        AccountEvent.CashEvent e => Cash(e),
        AccountEvent.DisputeEvent e => Dispute(e),
        AccountEvent.CollectionEvent e => Collection(e),
        AccountEvent.ItemsWrittenOff e =>
            [("writeOffId", e.WriteOffId), ("code", e.Code), ("on", Day(e.On)),
            ("amountMinor", e.Shares.Sum(share => share.AmountMinor))],
        _ => [],
    };

    private static IEnumerable<(string Name, object? Value)> Cash(AccountEvent.CashEvent happened) => happened switch
    {
        AccountEvent.ReceiptBooked e =>
            [("receiptId", e.ReceiptId), ("amountMinor", e.AmountMinor), ("method", EnumWords<CashMethod>.Of(e.Method)),
            ("source", e.Source), ("valueOn", Day(e.ValueOn)), ("bookedOn", Day(e.BookedOn))],
        AccountEvent.ReceiptReversed e =>
            [("receiptId", e.ReceiptId), ("amountMinor", e.AmountMinor), ("reasonCode", e.ReasonCode),
            ("state", EnumWords<CashReceiptState>.Of(e.State)), ("on", Day(e.On))],
        AccountEvent.ReceiptChargedBack e =>
            [("receiptId", e.ReceiptId), ("amountMinor", e.Chargeback.AmountMinor),
            ("reasonCode", e.Chargeback.ReasonCode), ("on", Day(e.Chargeback.On))],
        AccountEvent.RefundRequested e =>
            [("refundId", e.Refund.Id), ("amountMinor", e.Refund.AmountMinor), ("on", Day(e.On))],
        AccountEvent.RefundPaid e =>
            [("refundId", e.RefundId), ("amountMinor", e.AmountMinor), ("method", EnumWords<CashMethod>.Of(e.Method)),
            ("on", Day(e.On))],
        AccountEvent.AutomaticPaymentStopped e =>
            [("reasonCode", e.ReasonCode), ("returnCount", e.ReturnCount), ("on", Day(e.On))],
        _ => [],
    };

    private static IEnumerable<(string Name, object? Value)> Dispute(AccountEvent.DisputeEvent happened) =>
        happened switch
        {
            AccountEvent.DisputeOpened e =>
                [("disputeId", e.DisputeId), ("itemId", e.ItemId), ("amountMinor", e.AmountMinor),
                ("reason", e.Reason), ("on", Day(e.On)), ("dueOn", Day(e.DueOn))],
            AccountEvent.DisputeDecided e =>
                [("disputeId", e.DisputeId), ("outcome", EnumWords<DisputeStage>.Of(e.Outcome)),
                ("creditMinor", e.CreditMinor), ("rootCause", e.RootCause), ("on", Day(e.On))],
            _ => [("disputeId", happened.DisputeId), ("on", Day(happened.On))],
        };

    private static IEnumerable<(string Name, object? Value)> Collection(AccountEvent.CollectionEvent happened) =>
        happened switch
        {
            AccountEvent.LetterSent e =>
                [("letterId", e.LetterId), ("letter", e.Letter), ("level", e.Level), ("feeMinor", e.FeeMinor),
                ("on", Day(e.On)), ("payUntil", Day(e.PayUntil))],
            AccountEvent.PromiseBroken e =>
                [("promiseId", e.PromiseId), ("receivedMinor", e.ReceivedMinor), ("shortMinor", e.ShortMinor),
                ("on", Day(e.On))],
            AccountEvent.PlanAgreed e =>
                [("planId", e.PlanId), ("instalmentCount", e.Instalments.Length), ("on", Day(e.On))],
            AccountEvent.PlanBroken e =>
                [("planId", e.PlanId), ("paidMinor", e.PaidMinor), ("shortMinor", e.ShortMinor), ("on", Day(e.On))],
            AccountEvent.ServiceOrdered e =>
                [("orderId", e.OrderId), ("order", EnumWords<ServiceOrderKind>.Of(e.OrderKind)),
                ("contractId", e.ContractId), ("servicePointId", e.ServicePointId), ("on", Day(e.On))],
            _ => [("on", Day(happened.On))],
        };

    private static string Day(LocalDate day) => IsoDay.Format(day);
}
