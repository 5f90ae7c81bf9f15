namespace BillingActors.Domain.Tariffs.QuantityPrices;

/// <summary>What a started package costs.</summary>
public enum PackageRounding
{
    /// <summary>A started package is a whole one.</summary>
    Up,

    /// <summary>Only full packages count.</summary>
    Down,
}
