using System.ComponentModel.DataAnnotations;

namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>A price that is worked out for each window of the bill by itself; the windows add up.</summary>
/// <param name="Window">hour, day, week (from Monday on) or month (of the calendar).</param>
/// <param name="Price">The price of a window; tiers of metered use are per window.</param>
/// <param name="Least">Least a window costs; absent: no limit.</param>
/// <param name="Most">Most a window costs; absent: no limit.</param>
[GenerateSerializer, Immutable, Alias("tariff-price-window")]
public sealed record WindowPriceDocument(
    [property: Id(0), AllowedValues("hour", "day", "week", "month")] string Window,
    [property: Id(1)] PriceDocument Price,
    [property: Id(2)] decimal? Least = null,
    [property: Id(3)] decimal? Most = null) : PriceDocument;
