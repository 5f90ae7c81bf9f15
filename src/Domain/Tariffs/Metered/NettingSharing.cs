namespace BillingActors.Domain.Tariffs.Metered;

/// <summary>Where a credit from one time-of-use period may be used.</summary>
public enum NettingSharing
{
    /// <summary>In its own period only.</summary>
    Period,

    /// <summary>In every period: there is one bank.</summary>
    Total,
}
