namespace BillingActors.Domain.Collections;

/// <summary>What became of an order to the field.</summary>
public enum ServiceOrderStatus
{
    /// <summary>It waits to be carried out.</summary>
    Pending,

    /// <summary>It was carried out.</summary>
    Done,

    /// <summary>It was taken back.</summary>
    Cancelled,
}
