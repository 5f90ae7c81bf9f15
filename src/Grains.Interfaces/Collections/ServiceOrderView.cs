namespace BillingActors.Grains.Interfaces.Collections;

/// <summary>An order to the field.</summary>
/// <param name="OrderId">Order.</param>
/// <param name="Kind">"disconnect" or "reconnect".</param>
/// <param name="ContractId">Contract.</param>
/// <param name="ServicePointId">Service point.</param>
/// <param name="OrderedOn">Day.</param>
/// <param name="Status">"pending", "done" or "cancelled".</param>
[GenerateSerializer, Immutable, Alias("service-order-view")]
public sealed record ServiceOrderView(
    [property: Id(0)] string OrderId,
    [property: Id(1)] string Kind,
    [property: Id(2)] string ContractId,
    [property: Id(3)] string ServicePointId,
    [property: Id(4)] DateOnly OrderedOn,
    [property: Id(5)] string Status);
