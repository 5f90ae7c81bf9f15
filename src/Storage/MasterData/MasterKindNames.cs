namespace BillingActors.Storage.MasterData;

/// <summary>Names of kinds as they are stored.</summary>
internal static class MasterKindNames
{
    /// <summary>Whether bodies of a kind are personal data of the customer whose id the record has.</summary>
    public static bool IsPersonal(MasterKind kind) => kind is MasterKind.Customer or MasterKind.TaxProfile;

    public static string NameOf(MasterKind kind) => kind switch
    {
        MasterKind.LegalEntity => "legal-entity",
        MasterKind.LegalEntityDraft => "legal-entity-draft",
        MasterKind.Customer => "customer",
        MasterKind.ServicePoint => "service-point",
        MasterKind.BillCycle => "bill-cycle",
        MasterKind.Tariff => "tariff",
        MasterKind.TariffDraft => "tariff-draft",
        MasterKind.TaxJurisdiction => "tax-jurisdiction",
        MasterKind.TaxProfile => "tax-profile",
        MasterKind.Chart => "chart-of-accounts",
        MasterKind.DunningPolicy => "dunning-policy",
        MasterKind.DisputePolicy => "dispute-policy",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind of master data is not known."),
    };
}
