namespace BillingActors.Grains.Interfaces.Accounts;

/// <summary>Takes back a one-off charge that is not billed yet; needs a reason.</summary>
/// <param name="ChargeId">Charge.</param>
[GenerateSerializer, Immutable, Alias("remove-charge")]
public sealed record RemoveCharge(
    [property: Id(0)] string ChargeId);
