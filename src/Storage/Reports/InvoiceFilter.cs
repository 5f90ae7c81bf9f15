namespace BillingActors.Storage.Reports;

/// <summary>Which invoices and credit memos of all accounts are listed.</summary>
/// <param name="Text">A number of a document, or an account's id; empty for all.</param>
/// <param name="State">"open", "overdue", "settled" or "credit-memo"; empty for all.</param>
/// <param name="From">Issued on this day or later.</param>
/// <param name="Through">Issued on this day or earlier.</param>
/// <param name="Today">The day it is: what was due before it is overdue.</param>
/// <param name="IsOldestFirst">Whether the oldest come first; else the newest.</param>
public sealed record InvoiceFilter(
    string Text, string State, DateOnly From, DateOnly Through, DateOnly Today, bool IsOldestFirst);
