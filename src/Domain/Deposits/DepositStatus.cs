namespace BillingActors.Domain.Deposits;

/// <summary>Where a deposit stands.</summary>
public enum DepositStatus
{
    /// <summary>It was decided, and nothing was asked for yet.</summary>
    Assessed,

    /// <summary>It was asked for, and nothing was paid.</summary>
    Requested,

    /// <summary>A part of it was paid.</summary>
    PartlyPaid,

    /// <summary>It was paid, and all or some of it is held.</summary>
    Held,

    /// <summary>All that was paid was given back.</summary>
    Released,

    /// <summary>It was taken back before anything was paid.</summary>
    Cancelled,
}
