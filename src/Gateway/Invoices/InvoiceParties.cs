using BillingActors.Grains.Interfaces.MasterData;

namespace BillingActors.Gateway.Invoices;

/// <summary>Who issues an invoice and who gets it, as they were known on its date.</summary>
/// <param name="Issuer">Legal entity; null when it is not known any more.</param>
/// <param name="Customer">Customer; null when it is not known any more.</param>
internal sealed record InvoiceParties(LegalEntityRecord? Issuer, CustomerRecord? Customer)
{
    /// <summary>The customer's number as a taxable person, where it owes the tax; null: it is not printed.</summary>
    public string? VatNumber { get; init; }
}
