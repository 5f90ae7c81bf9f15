namespace BillingActors.Grains.Interfaces.Cash;

/// <summary>Takes a refund a step on.</summary>
/// <param name="RefundId">Refund.</param>
/// <param name="Step">reject, pay or return.</param>
/// <param name="Note">Reference of the payment, or the code it came back with.</param>
[GenerateSerializer, Immutable, Alias("refund-action")]
public sealed record RefundAction(
    [property: Id(0)] string RefundId, [property: Id(1)] string Step, [property: Id(2)] string? Note = null);
