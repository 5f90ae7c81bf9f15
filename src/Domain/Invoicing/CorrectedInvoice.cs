namespace BillingActors.Domain.Invoicing;

/// <summary>The invoice a credit memo corrects, as the memo names it.</summary>
/// <param name="InvoiceId">The invoice.</param>
/// <param name="Number">Its number.</param>
public sealed record CorrectedInvoice(string InvoiceId, string Number);
