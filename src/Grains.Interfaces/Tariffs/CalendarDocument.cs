using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>A time-of-use calendar: season, kind of day, hours to named period.</summary>
/// <param name="Id">Id within the version.</param>
/// <param name="Rules">Rules; no two may claim the same minute.</param>
/// <param name="Otherwise">Period of all minutes no rule claims; absent: the rules cover all.</param>
/// <param name="Seasons">Seasons; absent: the whole year is one.</param>
/// <param name="Holidays">Local days that are holidays.</param>
[GenerateSerializer, Immutable, Alias("tariff-calendar")]
public sealed record CalendarDocument(
    [property: Id(0)] string Id,
    [property: Id(1)] ImmutableArray<CalendarRuleDocument> Rules,
    [property: Id(2)] string? Otherwise = null,
    [property: Id(3)] ImmutableArray<SeasonDocument>? Seasons = null,
    [property: Id(4)] ImmutableArray<DateOnly>? Holidays = null);
