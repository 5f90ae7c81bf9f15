namespace BillingActors.Storage.Inbox;

/// <summary>What became of a decision about a quarantined record.</summary>
public enum QuarantineDecision
{
    /// <summary>There is no such row in the scope.</summary>
    Unknown,

    /// <summary>It was decided before.</summary>
    DecidedBefore,

    /// <summary>Its content cannot be read, so that it cannot be driven again.</summary>
    Unreadable,

    /// <summary>It is decided now.</summary>
    Done,
}
