namespace BillingActors.Grains.Interfaces.Charging;

/// <summary>What records have come to for one charge.</summary>
/// <param name="Charge">Code of the charge.</param>
/// <param name="Label">What it counts apart, such as a destination; empty for the whole.</param>
/// <param name="Count">How many records.</param>
/// <param name="Quantity">Seconds, bytes, count or units.</param>
/// <param name="Amount">Exact amount in units of the currency.</param>
[GenerateSerializer, Immutable, Alias("usage-sum-view")]
public sealed record UsageSumView(
    [property: Id(0)] string Charge,
    [property: Id(1)] string Label,
    [property: Id(2)] long Count,
    [property: Id(3)] decimal Quantity,
    [property: Id(4)] decimal Amount);
