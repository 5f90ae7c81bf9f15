namespace BillingActors.Grains.Interfaces.Accounts;

/// <summary>A one-off charge that waits for the next invoice.</summary>
/// <param name="ChargeId">Charge.</param>
/// <param name="Text">Text.</param>
/// <param name="AmountMinor">Net amount in minor units.</param>
/// <param name="TaxCategory">Tax category.</param>
/// <param name="On">Day of supply.</param>
[GenerateSerializer, Immutable, Alias("pending-charge-view")]
public sealed record PendingChargeView(
    [property: Id(0)] string ChargeId,
    [property: Id(1)] string Text,
    [property: Id(2)] long AmountMinor,
    [property: Id(3)] string TaxCategory,
    [property: Id(4)] DateOnly On);
