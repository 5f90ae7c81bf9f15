namespace BillingActors.Domain.Charging;

/// <summary>What a threshold is a part of.</summary>
public enum UsageLimit
{
    /// <summary>A spending cap.</summary>
    Cap,

    /// <summary>An allowance of the tariff.</summary>
    Allowance,
}
