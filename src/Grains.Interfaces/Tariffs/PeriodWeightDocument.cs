namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>What the windows of a period are multiplied by before they are compared.</summary>
/// <param name="Period">Period of the calendar; a window belongs to the hour in which it begins.</param>
/// <param name="Factor">0 to 10, with at most six decimals; 0: they do not count.</param>
[GenerateSerializer, Immutable, Alias("tariff-period-weight")]
public sealed record PeriodWeightDocument([property: Id(0)] string Period, [property: Id(1)] decimal Factor);
