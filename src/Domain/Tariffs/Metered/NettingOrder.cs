namespace BillingActors.Domain.Tariffs.Metered;

/// <summary>Which periods a shared credit is used for.</summary>
public enum NettingOrder
{
    /// <summary>All of them, by their use.</summary>
    ProRata,

    /// <summary>One after the other, in the order of the calendar.</summary>
    InOrder,
}
