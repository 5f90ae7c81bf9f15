using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Credits;

/// <summary>Every "no" of credit memos and cancellations.</summary>
public static class MemoRefusals
{
    /// <summary>There is no such invoice.</summary>
    public static Refusal InvoiceUnknown { get; } = new("invoice-unknown", "The account has no such invoice.");

    /// <summary>A credit memo is corrected by nothing.</summary>
    public static Refusal NotAnInvoice { get; } =
        new("not-an-invoice", "The document is a credit memo; only an invoice is corrected.");

    /// <summary>A number no line has.</summary>
    public static Refusal LineUnknown { get; } = new("line-unknown", "The invoice has no such line.");

    /// <summary>A line is named twice.</summary>
    public static Refusal LinesInvalid { get; } = new("lines-invalid", "A credit memo names no line twice.");

    /// <summary>All was credited before.</summary>
    public static Refusal NothingToCredit { get; } =
        new("nothing-to-credit", "All of it was credited before.");

    /// <summary>More than a line bears, or the other way.</summary>
    public static Refusal AboveLine(int number, Money left) =>
        new("credit-above-line", $"No more than {left} is left of line {number}.");

    /// <summary>More than the invoice came to.</summary>
    public static Refusal AboveInvoice(Money left) =>
        new("credit-above-invoice", $"No more than {left} is left of the invoice.");

    /// <summary>What was given up is nothing to credit.</summary>
    public static Refusal ItemWrittenOff { get; } =
        new("item-written-off", "Some of the invoice is written off; recover it first.");

    /// <summary>The invoice was taken back before.</summary>
    public static Refusal InvoiceCancelled { get; } =
        new("invoice-cancelled", "The invoice is cancelled already.");

    /// <summary>Days after those of the invoice are billed.</summary>
    public static Refusal LaterInvoice(string? number) => new(
        "later-invoice", $"Invoice {number ?? "of a later period"} bills the days after it; cancel that one first.");
}
