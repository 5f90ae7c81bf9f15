namespace BillingActors.Storage.Reports;

/// <summary>What makes a row of an ageing.</summary>
public enum AgeingGroup
{
    /// <summary>The bill cycle.</summary>
    Cycle,

    /// <summary>The segment of the collection.</summary>
    Segment,

    /// <summary>The legal entity.</summary>
    Entity,
}
