namespace BillingActors.Domain.Tariffs.Demands;

/// <summary>What a ratchet takes where there is no month before.</summary>
public enum FirstYearRule
{
    /// <summary>Nothing: the own demand alone.</summary>
    None,

    /// <summary>The own demand, as if it were a month before.</summary>
    OwnMonth,

    /// <summary>The contract demand.</summary>
    ContractDemand,
}
