namespace BillingActors.Domain.Tariffs.Demands;

/// <summary>What a mean of months takes where fewer of them are known.</summary>
public enum RollingFirstYear
{
    /// <summary>The mean of those that are known.</summary>
    Known,

    /// <summary>Others count with the least of a month.</summary>
    Least,
}
