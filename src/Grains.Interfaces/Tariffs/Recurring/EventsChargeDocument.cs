using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace BillingActors.Grains.Interfaces.Tariffs.Recurring;

/// <summary>A price for usage that is reported as events.</summary>
/// <param name="Code">Code, unique among the charges of a day.</param>
/// <param name="Text">What the customer reads.</param>
/// <param name="TaxCategory">Category that decides the taxes on it; "none" for untaxed.</param>
/// <param name="Unit">Unit of the quantity on the bill.</param>
/// <param name="Aggregation">
/// count, sum, max, min, average, percentile, unique, latest, or one of those over time.
/// </param>
/// <param name="Price">How the quantity is priced.</param>
/// <param name="ValidFrom">First day inside the version; absent: as long as the version.</param>
/// <param name="ValidUntil">Day it ends, exclusive; absent: as long as the version.</param>
/// <param name="Event">Name of the events; absent: all.</param>
/// <param name="Field">quantity, amount or a property; absent: quantity, or amount for a percentage.</param>
/// <param name="Per">period: a line for the events of a bill period; event: a line for each event.</param>
/// <param name="Filters">Which events count; all filters must agree.</param>
/// <param name="GroupBy">Properties whose values are counted and priced apart.</param>
/// <param name="Counting">How the quantity of the period becomes the billed one.</param>
/// <param name="Calendar">Calendar whose period at the time of an event is its property period, for filters, groups
/// and dimensions; absent: none.</param>
/// <param name="Each">How the value of each event counts, before they become one quantity; absent: as it is.</param>
/// <param name="Percentile">Of a percentile: the percentage of the events that do not exceed it, such as 95.</param>
[GenerateSerializer, Immutable, Alias("tariff-charge-events")]
public sealed record EventsChargeDocument(
    [property: Id(0)] string Code,
    [property: Id(1)] string Text,
    [property: Id(2)] string TaxCategory,
    [property: Id(3)] string Unit,
    [property: Id(4)]
    [property: AllowedValues(
        "count", "sum", "max", "min", "average", "percentile", "unique", "latest", "weighted-sum", "prorated-sum",
        "running-sum", "running-unique", "prorated-unique")]
    string Aggregation,
    [property: Id(5)] PriceDocument Price,
    [property: Id(6)] DateOnly? ValidFrom = null,
    [property: Id(7)] DateOnly? ValidUntil = null,
    [property: Id(8)] string? Event = null,
    [property: Id(9)] string? Field = null,
    [property: Id(10), AllowedValues("period", "event")] string Per = "period",
    [property: Id(11)] ImmutableArray<EventFilterDocument>? Filters = null,
    [property: Id(12)] ImmutableArray<string>? GroupBy = null,
    [property: Id(13)] EventCountingDocument? Counting = null,
    [property: Id(14)] string? Calendar = null,
    [property: Id(15)] EventCountingDocument? Each = null,
    [property: Id(16)] decimal? Percentile = null) : ChargeDocument;
