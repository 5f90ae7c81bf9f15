namespace BillingActors.Grains.Interfaces.Collections;

/// <summary>Orders that a supply is switched on again.</summary>
/// <param name="OrderId">Order.</param>
/// <param name="ContractId">Contract.</param>
/// <param name="On">Day.</param>
/// <param name="IsFree">Whether the fee is left out.</param>
[GenerateSerializer, Immutable, Alias("order-reconnection")]
public sealed record OrderReconnection(
    [property: Id(0)] string OrderId,
    [property: Id(1)] string ContractId,
    [property: Id(2)] DateOnly On,
    [property: Id(3)] bool IsFree = false);
