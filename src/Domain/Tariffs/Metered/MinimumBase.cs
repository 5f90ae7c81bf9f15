namespace BillingActors.Domain.Tariffs.Metered;

/// <summary>What counts towards a minimum or a maximum.</summary>
public enum MinimumBase
{
    /// <summary>The lines before it, credits too: the minimum comes after the credits.</summary>
    Net,

    /// <summary>Only lines that are no credit: credits go under the minimum.</summary>
    Charges,
}
