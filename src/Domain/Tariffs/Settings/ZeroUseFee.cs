namespace BillingActors.Domain.Tariffs.Settings;

/// <summary>Whether the flat fee of the first tier is due without any use.</summary>
public enum ZeroUseFee
{
    /// <summary>It is due in every period.</summary>
    Charged,

    /// <summary>It is due only where something was used.</summary>
    Free,
}
