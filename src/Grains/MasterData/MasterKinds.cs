using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Storage.MasterData;

namespace BillingActors.Grains.MasterData;

/// <summary>Kinds of master records by the name in their key, and what each record says of itself.</summary>
internal static class MasterKinds
{
    public static MasterKind Of(string name) => name switch
    {
        "legal-entity" => MasterKind.LegalEntity,
        "customer" => MasterKind.Customer,
        "service-point" => MasterKind.ServicePoint,
        "bill-cycle" => MasterKind.BillCycle,
        "tariff" => MasterKind.Tariff,
        "tariff-draft" => MasterKind.TariffDraft,
        "tax-jurisdiction" => MasterKind.TaxJurisdiction,
        "tax-profile" => MasterKind.TaxProfile,
        "chart-of-accounts" => MasterKind.Chart,
        "dunning-policy" => MasterKind.DunningPolicy,
        "dispute-policy" => MasterKind.DisputePolicy,
        _ => throw new ArgumentException($"'{name}' is no kind of master record.", nameof(name)),
    };

    /// <summary>
    /// The legal entity a record belongs to; empty for tariffs and tax jurisdictions, which serve all.
    /// </summary>
    public static string EntityOf(MasterContent content) =>
        content.LegalEntity?.Id
        ?? content.Customer?.EntityId
        ?? content.ServicePoint?.EntityId
        ?? content.BillCycle?.EntityId
        ?? content.TaxProfile?.EntityId
        ?? content.Chart?.Id
        ?? content.DunningPolicy?.EntityId
        ?? content.DisputePolicy?.Id
        ?? "";

    /// <summary>What a customer can be found by.</summary>
    public static ImmutableArray<SearchTerm> TermsOf(MasterContent content) => content.Customer is { } customer
        ? [
            new SearchTerm("name", customer.Name),
            .. customer.Contacts
                .Where(contact => contact.Kind is "phone" or "email")
                .Select(contact => new SearchTerm(contact.Kind, contact.Value)),
        ]
        : [];
}
