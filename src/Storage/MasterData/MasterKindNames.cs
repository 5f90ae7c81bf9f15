namespace BillingActors.Storage.MasterData;

/// <summary>Names of kinds as they are stored.</summary>
internal static class MasterKindNames
{
    public static string NameOf(MasterKind kind) => kind switch
    {
        MasterKind.LegalEntity => "legal-entity",
        MasterKind.Customer => "customer",
        MasterKind.ServicePoint => "service-point",
        MasterKind.BillCycle => "bill-cycle",
        MasterKind.Tariff => "tariff",
        MasterKind.TariffDraft => "tariff-draft",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind of master data is not known."),
    };
}
