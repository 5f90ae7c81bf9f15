namespace BillingActors.Grains.Interfaces.Deposits;

/// <summary>The rate of a calendar year.</summary>
/// <param name="Year">Year.</param>
/// <param name="Percent">Percent a year.</param>
[GenerateSerializer, Immutable, Alias("deposit-rate-record")]
public sealed record DepositRateRecord([property: Id(0)] int Year, [property: Id(1)] decimal Percent);
