namespace BillingActors.Domain.Tariffs.Metered;

/// <summary>How far a power factor is from its target.</summary>
public enum FactorMethod
{
    /// <summary>In hundredths: 0.85 is five below 0.90.</summary>
    Points,

    /// <summary>As a share: the target divided by the factor, less one.</summary>
    Ratio,
}
