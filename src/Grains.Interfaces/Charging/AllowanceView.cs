namespace BillingActors.Grains.Interfaces.Charging;

/// <summary>An allowance that is left.</summary>
/// <param name="Bucket">Id of the allowance in the tariff.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Left">What is left.</param>
/// <param name="Until">When it ends; never where it is not given.</param>
/// <param name="SubscriberId">Whose it is alone.</param>
[GenerateSerializer, Immutable, Alias("allowance-view")]
public sealed record AllowanceView(
    [property: Id(0)] string Bucket,
    [property: Id(1)] string Unit,
    [property: Id(2)] decimal Left,
    [property: Id(3)] DateTimeOffset? Until,
    [property: Id(4)] string? SubscriberId);
