namespace BillingActors.Grains.Interfaces.Collections;

/// <summary>Percent a year from a day on.</summary>
/// <param name="From">First day.</param>
/// <param name="Percent">Percent a year.</param>
[GenerateSerializer, Immutable, Alias("interest-rate-record")]
public sealed record InterestRateRecord(
    [property: Id(0)] DateOnly From,
    [property: Id(1)] decimal Percent);
