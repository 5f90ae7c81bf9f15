namespace BillingActors.Domain.Collections;

/// <summary>What became of items that an agency was to collect.</summary>
public enum PlacementStatus
{
    /// <summary>The agency collects.</summary>
    Placed,

    /// <summary>We took them back.</summary>
    Recalled,

    /// <summary>The agency gave them back.</summary>
    Returned,
}
