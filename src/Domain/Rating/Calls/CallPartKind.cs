namespace BillingActors.Domain.Rating.Calls;

/// <summary>What a part of the charge of a call is.</summary>
public enum CallPartKind
{
    /// <summary>Increments at a price.</summary>
    Use,

    /// <summary>The connection.</summary>
    Connect,

    /// <summary>Increments taken from an allowance.</summary>
    Bucket,

    /// <summary>What the least or the most of a call and the rounding of its charge add or take away.</summary>
    Adjustment,

    /// <summary>Money taken from credit paid in advance.</summary>
    Credit,
}
