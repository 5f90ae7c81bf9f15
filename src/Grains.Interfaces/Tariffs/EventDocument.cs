namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>Hours of a local day that were called as a critical-peak event.</summary>
/// <param name="Day">Local day.</param>
/// <param name="From">Local time, such as "16:00".</param>
/// <param name="Until">Local end, exclusive, at most "24:00".</param>
/// <param name="Baseline">What the customer would have used, for a rebate.</param>
[GenerateSerializer, Immutable, Alias("tariff-event")]
public sealed record EventDocument(
    [property: Id(0)] DateOnly Day,
    [property: Id(1)] string From,
    [property: Id(2)] string Until,
    [property: Id(3)] decimal? Baseline = null);
