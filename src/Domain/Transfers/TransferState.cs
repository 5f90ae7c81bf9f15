namespace BillingActors.Domain.Transfers;

/// <summary>How far a transfer is, as its sender knows.</summary>
public enum TransferState
{
    /// <summary>It has left and has not arrived, or nobody has said so yet.</summary>
    Pending,

    /// <summary>It has arrived.</summary>
    Completed,

    /// <summary>It was refused and is back.</summary>
    Returned,
}
