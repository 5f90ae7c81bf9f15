namespace BillingActors.Domain.Tariffs.Settings;

/// <summary>How fixed charges count in a first bill that is only a part of its period.</summary>
public enum FirstPart
{
    /// <summary>As any other part.</summary>
    Prorated,

    /// <summary>As a whole period.</summary>
    Whole,

    /// <summary>Not at all.</summary>
    Free,
}
