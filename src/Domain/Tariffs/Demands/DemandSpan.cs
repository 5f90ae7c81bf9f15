namespace BillingActors.Domain.Tariffs.Demands;

/// <summary>Which days a demand is measured on where a rate changes.</summary>
public enum DemandSpan
{
    /// <summary>All service days: both prices see the same demand.</summary>
    Bill,

    /// <summary>The days of the price alone.</summary>
    Version,
}
