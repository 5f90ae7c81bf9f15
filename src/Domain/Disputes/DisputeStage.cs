namespace BillingActors.Domain.Disputes;

/// <summary>Where a dispute stands.</summary>
public enum DisputeStage
{
    /// <summary>Nobody has looked at it yet.</summary>
    Open,

    /// <summary>Its owner looks into it.</summary>
    InReview,

    /// <summary>It waits for the customer, another department or an approval.</summary>
    Waiting,

    /// <summary>The customer was right.</summary>
    Upheld,

    /// <summary>The customer was right in part.</summary>
    PartlyUpheld,

    /// <summary>The customer was not right.</summary>
    Rejected,

    /// <summary>The customer took it back.</summary>
    Withdrawn,

    /// <summary>It is done; the outcome stays with it.</summary>
    Closed,
}
