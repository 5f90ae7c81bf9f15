namespace BillingActors.Domain.Tariffs.Metered;

/// <summary>On which side of its target a power factor counts.</summary>
public enum FactorSide
{
    /// <summary>Below it.</summary>
    Below,

    /// <summary>Above it, where the percentage is taken off.</summary>
    Above,

    /// <summary>On both.</summary>
    Both,
}
