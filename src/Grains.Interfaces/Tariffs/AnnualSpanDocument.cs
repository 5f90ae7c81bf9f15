namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>Days of every year; it may go over the turn of the year.</summary>
/// <param name="From">First day, such as "06-01".</param>
/// <param name="Until">End day, exclusive, such as "10-01".</param>
[GenerateSerializer, Immutable, Alias("tariff-annual-span")]
public sealed record AnnualSpanDocument([property: Id(0)] string From, [property: Id(1)] string Until);
