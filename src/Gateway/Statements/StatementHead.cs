using System.Text;
using BillingActors.Gateway.Invoices;
using static BillingActors.Gateway.Invoices.PrintedPage;

namespace BillingActors.Gateway.Statements;

/// <summary>Who states what to whom.</summary>
internal sealed record StatementHead(string EntityId, string AccountId, string CustomerId, string Days)
{
    public void AddTo(StringBuilder page, InvoiceParties parties)
    {
        var (issuer, customer) = (parties.Issuer, parties.Customer);
        var post = customer?.Contacts.FirstOrDefault(contact => contact.Kind == "post")?.Value;
        Add(page, $"""
            <header>
            <div><address>{issuer?.Name ?? EntityId}
            {issuer?.Address}
            {issuer?.TaxRegistration}</address></div>
            <div><address>{customer?.Name ?? CustomerId}
            {post}</address>
            <dl><dt>Account</dt><dd>{AccountId}</dd>
            <dt>Customer</dt><dd>{CustomerId}</dd>
            <dt>Days</dt><dd>{Days}</dd></dl></div>
            </header>

            """);
    }
}
