namespace BillingActors.Grains.Interfaces.Collections;

/// <summary>Notes the legal notice before a disconnection.</summary>
/// <param name="NoticeId">Notice.</param>
/// <param name="ContractId">Contract.</param>
/// <param name="Delivery">"mail" or "delivered".</param>
/// <param name="On">Day.</param>
[GenerateSerializer, Immutable, Alias("serve-notice")]
public sealed record ServeNotice(
    [property: Id(0)] string NoticeId,
    [property: Id(1)] string ContractId,
    [property: Id(2)] string Delivery,
    [property: Id(3)] DateOnly On);
