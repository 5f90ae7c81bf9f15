namespace BillingActors.Domain.Cash;

/// <summary>How far a refund is.</summary>
public enum RefundState
{
    /// <summary>Asked for; its money is set aside.</summary>
    Requested,

    /// <summary>A second person agreed.</summary>
    Approved,

    /// <summary>It is not paid; its money is free again.</summary>
    Rejected,

    /// <summary>Paid out.</summary>
    Paid,

    /// <summary>Paid out and come back; its money is free again.</summary>
    Returned,

    /// <summary>Paid out of a receipt that went back itself: a debit item claims it.</summary>
    Reclaimed,
}
