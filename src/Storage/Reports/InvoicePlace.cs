namespace BillingActors.Storage.Reports;

/// <summary>A place in the list of invoices.</summary>
public sealed record InvoicePlace(DateOnly IssuedOn, string AccountKey, long Version);
