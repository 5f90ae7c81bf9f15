using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>The prices of a tariff from one day on.</summary>
/// <param name="Number">Number of the version, from 1.</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="Charges">What is charged, in the order of the bill.</param>
/// <param name="ValidUntil">Day it ends, exclusive; absent: until the next version begins.</param>
/// <param name="Calendars">Time-of-use calendars its prices refer to.</param>
/// <param name="Events">Lists of critical-peak events its prices refer to.</param>
/// <param name="Series">Series of published prices its prices refer to.</param>
/// <param name="Taxes">Taxes in the order in which they are computed.</param>
/// <param name="Buckets">Allowances that calls, data and messages draw from.</param>
/// <param name="ExistingFrom">First day for contracts that started before the version.</param>
/// <param name="Notes">What its source says besides the prices, for people; no bill depends on it.</param>
[GenerateSerializer, Immutable, Alias("tariff-version")]
public sealed record TariffVersionDocument(
    [property: Id(0)] int Number,
    [property: Id(1)] DateOnly ValidFrom,
    [property: Id(2)] ImmutableArray<ChargeDocument> Charges,
    [property: Id(3)] DateOnly? ValidUntil = null,
    [property: Id(4)] ImmutableArray<CalendarDocument>? Calendars = null,
    [property: Id(5)] ImmutableArray<TaxDocument>? Taxes = null,
    [property: Id(6)] ImmutableArray<BucketDocument>? Buckets = null,
    [property: Id(7)] ImmutableArray<EventListDocument>? Events = null,
    [property: Id(8)] ImmutableArray<PriceSeriesDocument>? Series = null,
    [property: Id(9)] DateOnly? ExistingFrom = null,
    [property: Id(10)] ImmutableArray<string>? Notes = null);
