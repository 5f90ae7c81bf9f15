namespace BillingActors.Gateway.Api;

/// <summary>Kinds of master records, as the keys of their grains begin.</summary>
internal static class MasterKindName
{
    public const string LegalEntity = "legal-entity";
    public const string Customer = "customer";
    public const string ServicePoint = "service-point";
    public const string BillCycle = "bill-cycle";
    public const string Tariff = "tariff";
    public const string TaxJurisdiction = "tax-jurisdiction";
    public const string TaxProfile = "tax-profile";
    public const string TariffDraft = "tariff-draft";
    public const string Chart = "chart-of-accounts";
    public const string DunningPolicy = "dunning-policy";
    public const string DisputePolicy = "dispute-policy";
}
