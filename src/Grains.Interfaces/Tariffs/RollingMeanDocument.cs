namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>The mean of the demands of the last months is billed, that of the bill among them.</summary>
/// <param name="Months">How many months count, with that of the bill.</param>
/// <param name="Least">Least that each month counts with; absent: as it is.</param>
[GenerateSerializer, Immutable, Alias("tariff-rolling-mean")]
public sealed record RollingMeanDocument([property: Id(0)] int Months, [property: Id(1)] decimal? Least = null);
