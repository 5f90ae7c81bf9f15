using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Tariffs.Recurring;

/// <summary>A part of other charges that is held back and released once.</summary>
/// <param name="Code">Code, unique among the charges of a day.</param>
/// <param name="Text">What the customer reads.</param>
/// <param name="TaxCategory">Category that decides the taxes on it; "none" for untaxed.</param>
/// <param name="Percent">Percent held back.</param>
/// <param name="ValidFrom">First day inside the version; absent: as long as the version.</param>
/// <param name="ValidUntil">Day it ends, exclusive; absent: as long as the version.</param>
/// <param name="ReleaseOn">Day of the release.</param>
/// <param name="ReleaseOnEvent">Name of the event that releases it.</param>
/// <param name="Of">Codes of charges before it that count; absent: all.</param>
/// <param name="Except">Codes that do not count all the same.</param>
[GenerateSerializer, Immutable, Alias("tariff-charge-retention")]
public sealed record RetentionChargeDocument(
    [property: Id(0)] string Code,
    [property: Id(1)] string Text,
    [property: Id(2)] string TaxCategory,
    [property: Id(3)] decimal Percent,
    [property: Id(4)] DateOnly? ValidFrom = null,
    [property: Id(5)] DateOnly? ValidUntil = null,
    [property: Id(6)] DateOnly? ReleaseOn = null,
    [property: Id(7)] string? ReleaseOnEvent = null,
    [property: Id(8)] ImmutableArray<string>? Of = null,
    [property: Id(9)] ImmutableArray<string>? Except = null) : ChargeDocument;
