namespace BillingActors.Storage.Deliveries;

/// <summary>A delivery that somebody works on until its lease ends.</summary>
/// <param name="Delivery">The delivery, with the attempt that begins; its address is null for an erased person.</param>
public sealed record ClaimedDocument(DocumentDelivery Delivery)
{
    /// <summary>The attempt, from 1 on: only its own outcome counts.</summary>
    public int Attempt => Delivery.AttemptCount;
}
