namespace BillingActors.Domain.Tariffs.Metered;

/// <summary>What a percentage is taken of where other percentages stand before it.</summary>
public enum PercentageBase
{
    /// <summary>All that stands before it, percentages too: one after the other.</summary>
    Sequence,

    /// <summary>Only what is no percentage itself.</summary>
    Original,
}
