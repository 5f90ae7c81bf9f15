namespace BillingActors.Domain.Tariffs.Metered;

/// <summary>What becomes of delivery beyond the use of a period.</summary>
public enum NettingExcess
{
    /// <summary>It is banked as energy, or paid by a netted charge for what is delivered.</summary>
    Bank,

    /// <summary>It is use below zero, which the price of use turns into a credit.</summary>
    UsePrice,
}
