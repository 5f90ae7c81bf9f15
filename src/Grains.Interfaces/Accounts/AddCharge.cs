namespace BillingActors.Grains.Interfaces.Accounts;

/// <summary>Puts a one-off charge on the next invoice; needs a reason.</summary>
/// <param name="ChargeId">Charge.</param>
/// <param name="Text">What the customer reads, 1 to 200 characters.</param>
/// <param name="AmountMinor">Net amount in minor units; negative for an allowance.</param>
/// <param name="TaxCategory">Tax category, such as "standard".</param>
/// <param name="On">Day of supply.</param>
[GenerateSerializer, Immutable, Alias("add-charge")]
public sealed record AddCharge(
    [property: Id(0)] string ChargeId,
    [property: Id(1)] string Text,
    [property: Id(2)] long AmountMinor,
    [property: Id(3)] string TaxCategory,
    [property: Id(4)] DateOnly On);
