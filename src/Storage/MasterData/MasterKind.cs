namespace BillingActors.Storage.MasterData;

/// <summary>Kinds of master data under change control.</summary>
public enum MasterKind
{
    /// <summary>A company that issues invoices.</summary>
    LegalEntity,

    /// <summary>A legal entity as somebody wants it to be; nothing depends on it.</summary>
    LegalEntityDraft,

    /// <summary>A person or company; its body is personal data and lies encrypted.</summary>
    Customer,

    /// <summary>Where service is delivered, with meters.</summary>
    ServicePoint,

    /// <summary>A bill cycle with its calendar.</summary>
    BillCycle,

    /// <summary>A tariff with its versions.</summary>
    Tariff,

    /// <summary>A tariff that is being worked on; no bill depends on it.</summary>
    TariffDraft,

    /// <summary>A tax jurisdiction with its table.</summary>
    TaxJurisdiction,

    /// <summary>The tax status of a customer; its body is personal data and lies encrypted.</summary>
    TaxProfile,

    /// <summary>The chart of accounts of a legal entity.</summary>
    Chart,

    /// <summary>How what is overdue is collected, for a segment and a jurisdiction.</summary>
    DunningPolicy,

    /// <summary>Lists and limits of disputes at a legal entity.</summary>
    DisputePolicy,
}
