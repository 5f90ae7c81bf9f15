namespace BillingActors.Grains.Interfaces.Inquiries;

/// <summary>Asks why an invoice comes to another total than another bill of the account.</summary>
/// <param name="InvoiceId">The invoice to explain.</param>
/// <param name="Against">previous, last-year, or the id or number of another invoice of the account.</param>
[GenerateSerializer, Immutable, Alias("explain-invoice")]
public sealed record ExplainInvoice([property: Id(0)] string InvoiceId, [property: Id(1)] string Against);
