namespace BillingActors.Domain.Collections;

/// <summary>How the notice before a disconnection reached the customer; it decides the waiting period.</summary>
public enum NoticeDelivery
{
    /// <summary>Sent by mail.</summary>
    Mail,

    /// <summary>Handed over or left at the door.</summary>
    Delivered,
}
