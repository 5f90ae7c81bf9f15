using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Disputes;

namespace BillingActors.Storage.Webhooks;

/// <summary>Which of the events of accounts programs outside can ask for, by the names they know them by.</summary>
public static class WebhookEvents
{
    /// <summary>All of them, in the order of the documentation.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        "account.opened", "account.closed", "invoice.issued", "collective-bill.issued", "credit-memo.issued",
        "payment.received", "payment.reversed", "payment.charged-back", "refund.requested", "refund.paid",
        "automatic-payment.stopped", "dispute.opened", "dispute.decided", "dispute.withdrawn", "dispute.closed",
        "letter.sent", "promise.broken", "plan.agreed", "plan.broken", "service.ordered", "items.written-off",
    ];

    /// <summary>The name of an event; null where nobody outside can ask for it.</summary>
    internal static string? TypeOf(AccountEvent happened) => happened switch
    {
        AccountEvent.InvoiceIssued => "invoice.issued",
        AccountEvent.ReceiptBooked => "payment.received",
        AccountEvent.Opened => "account.opened",
        AccountEvent.Closed => "account.closed",
        AccountEvent.CollectiveBilled => "collective-bill.issued",
        AccountEvent.CreditMemoIssued => "credit-memo.issued",
        AccountEvent.ReceiptReversed => "payment.reversed",
        AccountEvent.ReceiptChargedBack => "payment.charged-back",
        AccountEvent.RefundRequested => "refund.requested",
        AccountEvent.RefundPaid => "refund.paid",
        AccountEvent.AutomaticPaymentStopped => "automatic-payment.stopped",
        AccountEvent.DisputeOpened => "dispute.opened",
        AccountEvent.DisputeDecided => "dispute.decided",
        AccountEvent.DisputeWithdrawn => "dispute.withdrawn",
        AccountEvent.DisputeMoved { Stage: DisputeStage.Closed } => "dispute.closed",
        AccountEvent.LetterSent => "letter.sent",
        AccountEvent.PromiseBroken => "promise.broken",
        AccountEvent.PlanAgreed => "plan.agreed",
        AccountEvent.PlanBroken => "plan.broken",
        AccountEvent.ServiceOrdered => "service.ordered",
        AccountEvent.ItemsWrittenOff => "items.written-off",
        _ => null,
    };
}
