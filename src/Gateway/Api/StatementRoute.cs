using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Invoices;
using BillingActors.Grains.Interfaces;
using BillingActors.Storage.Ledger;

namespace BillingActors.Gateway.Api;

/// <summary>The account whose statement a path names, and which edition of it.</summary>
internal sealed record StatementRoute(
    string EntityId,
    string AccountId,
    Caller Caller,
    IGrainFactory Grains,
    ILedgerReports Reports,
    HttpContext Http,
    long? Version = null,
    string? Basis = null)
{
    /// <summary>What is asked for; null where the caller may not see the legal entity.</summary>
    public async Task<StatementQuery?> Find(CancellationToken cancellation)
    {
        var entity = await Grains.Find(Caller, (MasterKindName.LegalEntity, EntityId), cancellation);
        return entity?.Content.LegalEntity is { } record
            ? new StatementQuery(
                AccountKey.Of(EntityId, AccountId), record.Zone, Version, Basis == "document-date")
            : null;
    }

    /// <summary>
    /// Who states it to whom, as they were known on a day, so that a reprint names whom the first did.
    /// </summary>
    public async Task<InvoiceParties> Parties(string customerId, DateOnly on, CancellationToken cancellation)
    {
        var issuer = await Grains.HoldingOn((MasterKindName.LegalEntity, EntityId), on, cancellation);
        var customer = await Grains.HoldingOn((MasterKindName.Customer, customerId), on, cancellation);
        return new InvoiceParties(issuer?.LegalEntity, customer?.Customer);
    }
}
