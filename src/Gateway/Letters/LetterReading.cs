using BillingActors.Gateway.Api;
using BillingActors.Gateway.Invoices;
using BillingActors.Grains.Interfaces.Collections;
using BillingActors.Grains.Interfaces.MasterData;

namespace BillingActors.Gateway.Letters;

/// <summary>Finds the parties to print on a letter.</summary>
internal sealed class LetterReading(IGrainFactory grains)
{
    /// <summary>The parties as they stood on the day of the letter, so that a reprint is the first print.</summary>
    public async Task<InvoiceParties> PartiesOf(LetterView letter, CancellationToken cancellation)
    {
        var issuer = await At(MasterKindName.LegalEntity, letter.EntityId, letter.On, cancellation);
        var customer = await At(MasterKindName.Customer, letter.CustomerId, letter.On, cancellation);
        return new InvoiceParties(issuer?.LegalEntity, customer?.Customer);
    }

    private async Task<MasterContent?> At(string kind, string id, DateOnly day, CancellationToken cancellation)
    {
        var versions = await grains.Master(kind, id).History(cancellation);
        var known = versions.LastOrDefault(version => version.ValidFrom <= day) ?? versions.FirstOrDefault();
        return known?.Content;
    }
}
