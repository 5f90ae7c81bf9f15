namespace BillingActors.Domain.Tariffs.Metered;

/// <summary>Which amounts of the lines before it a percentage is taken of.</summary>
public enum PercentageAmounts
{
    /// <summary>The rounded ones, which the customer can add up.</summary>
    Rounded,

    /// <summary>The exact ones, so that nothing is rounded twice.</summary>
    Exact,
}
