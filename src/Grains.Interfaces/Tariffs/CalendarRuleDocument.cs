using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>Hours of some days of a season that belong to a period.</summary>
/// <param name="Period">Name of the period, such as "peak".</param>
/// <param name="From">First local minute, "HH:mm"; absent: "00:00".</param>
/// <param name="Until">End, exclusive, "HH:mm" up to "24:00"; absent: "24:00".</param>
/// <param name="Season">Name of the season; absent: all.</param>
/// <param name="Days">weekday, weekend, holiday or monday … sunday; absent: all.</param>
[GenerateSerializer, Immutable, Alias("tariff-calendar-rule")]
public sealed record CalendarRuleDocument(
    [property: Id(0)] string Period,
    [property: Id(1)] string? From = null,
    [property: Id(2)] string? Until = null,
    [property: Id(3)] string? Season = null,
    [property: Id(4)] ImmutableArray<string>? Days = null);
