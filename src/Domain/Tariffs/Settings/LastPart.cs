namespace BillingActors.Domain.Tariffs.Settings;

/// <summary>How fixed charges count in a last bill that ends inside its period.</summary>
public enum LastPart
{
    /// <summary>As any other part.</summary>
    Prorated,

    /// <summary>As if it lasted until the end of the period.</summary>
    Whole,

    /// <summary>Not at all.</summary>
    Free,
}
