namespace BillingActors.Domain.Tariffs.Demands;

/// <summary>What a coincident demand of earlier events is where none of them is known.</summary>
public enum CoincidentFirstYear
{
    /// <summary>The bill is held until one is given.</summary>
    Hold,

    /// <summary>Nothing.</summary>
    None,

    /// <summary>The highest demand of the bill, whenever it was.</summary>
    Highest,

    /// <summary>The contract demand.</summary>
    ContractDemand,
}
