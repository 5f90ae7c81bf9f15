namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>
/// A coincident demand is that of the events of an earlier span of the year, and is billed for a whole year.
/// </summary>
/// <param name="Measured">
/// Days of the year whose events count: the latest span that ended by the first day of the billing year.
/// </param>
/// <param name="BilledFrom">First day of the years in which one demand is billed, such as "01-01".</param>
[GenerateSerializer, Immutable, Alias("tariff-event-look-back")]
public sealed record EventLookBackDocument(
    [property: Id(0)] AnnualSpanDocument Measured,
    [property: Id(1)] string BilledFrom = "01-01");
