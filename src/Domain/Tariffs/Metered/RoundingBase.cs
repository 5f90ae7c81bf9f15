namespace BillingActors.Domain.Tariffs.Metered;

/// <summary>What a rounding rounds.</summary>
public enum RoundingBase
{
    /// <summary>The sum of exact amounts, so that nothing is rounded twice. The default.</summary>
    Exact,

    /// <summary>The sum of the rounded lines.</summary>
    Rounded,
}
