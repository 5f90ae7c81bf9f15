using BillingActors.Gateway.Api;
using BillingActors.Gateway.Auth;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Invoices;

/// <summary>Finds an invoice and the parties to print on it.</summary>
internal sealed class InvoiceReading(IReports reports, IGrainFactory grains)
{
    // As the words of TaxReasonWords are; the gateway knows the wire alone.
    private const string ReverseCharge = "reverse-charge";

    /// <summary>The invoice by id or number; null when there is none the caller may see.</summary>
    public Task<InvoiceView?> Find(Caller caller, string idOrNumber, CancellationToken cancellation) =>
        reports.Invoice(caller.Scope, idOrNumber, cancellation);

    /// <summary>
    /// The parties as they stood on the date of the invoice, so that a reprint names whom the first print named.
    /// </summary>
    public async Task<InvoiceParties> PartiesOf(InvoiceView invoice, CancellationToken cancellation)
    {
        var issuer = await At(MasterKindName.LegalEntity, invoice.EntityId, invoice.IssuedOn, cancellation);
        var customer = await At(MasterKindName.Customer, invoice.CustomerId, invoice.IssuedOn, cancellation);
        return new InvoiceParties(issuer?.LegalEntity, customer?.Customer)
        {
            VatNumber = await VatNumberOf(invoice, cancellation),
        };
    }

    private async Task<string?> VatNumberOf(InvoiceView invoice, CancellationToken cancellation)
    {
        if (!invoice.Taxes.Any(tax => tax.Reason == ReverseCharge))
            return null;
        var profile = await At(MasterKindName.TaxProfile, invoice.CustomerId, invoice.IssuedOn, cancellation);
        return profile?.TaxProfile?.VatNumber?.Number;
    }

    private async Task<MasterContent?> At(string kind, string id, DateOnly day, CancellationToken cancellation)
    {
        var versions = await grains.Master(kind, id).History(cancellation);
        var known = versions.LastOrDefault(version => version.ValidFrom <= day) ?? versions.FirstOrDefault();
        return known?.Content;
    }
}
