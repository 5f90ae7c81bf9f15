using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Storage.Deliveries;
using BillingActors.Storage.Notes;

namespace BillingActors.Gateway.Persons;

/// <summary>Everything that is stored of a person, as it asks for it.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="ExportedAt">When it was put together.</param>
/// <param name="Customer">Every version of name and contacts, oldest first.</param>
/// <param name="TaxProfile">Every version of the tax status.</param>
/// <param name="Accounts">Its accounts.</param>
/// <param name="Documents">Documents of its disputes; the archive has them as they were brought.</param>
/// <param name="Deliveries">What was sent of its invoices, and where to.</param>
/// <param name="Notes">What was written down about its accounts, oldest first, also what was withdrawn.</param>
public sealed record PersonFile(
    string CustomerId,
    DateTimeOffset ExportedAt,
    ImmutableArray<MasterView> Customer,
    ImmutableArray<MasterView> TaxProfile,
    ImmutableArray<PersonAccount> Accounts,
    ImmutableArray<PersonDocument>? Documents = null,
    ImmutableArray<DocumentDelivery>? Deliveries = null,
    ImmutableArray<AccountNote>? Notes = null);
