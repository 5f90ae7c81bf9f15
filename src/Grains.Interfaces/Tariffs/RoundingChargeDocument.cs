using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>What brings the charges before it to a multiple, once for all days of a bill.</summary>
/// <param name="Code">Code, unique among the charges of a day.</param>
/// <param name="Text">What the customer reads.</param>
/// <param name="TaxCategory">Category that decides the taxes on it; "none", or "of-lines" as its lines.</param>
/// <param name="To">The multiple, such as 10 or 0.05.</param>
/// <param name="Way">half (default), up or down.</param>
/// <param name="Counts">exact (default): the sum of exact amounts; rounded: that of the lines.</param>
/// <param name="Of">Codes of charges before it that are rounded together; absent: all.</param>
/// <param name="Except">Codes that are not, all the same.</param>
/// <param name="ValidFrom">First day inside the version; absent: as long as the version.</param>
/// <param name="ValidUntil">Day it ends, exclusive; absent: as long as the version.</param>
[GenerateSerializer, Immutable, Alias("tariff-charge-rounding")]
public sealed record RoundingChargeDocument(
    [property: Id(0)] string Code,
    [property: Id(1)] string Text,
    [property: Id(2)] string TaxCategory,
    [property: Id(3)] decimal To,
    [property: Id(4), AllowedValues("half", "up", "down")] string Way = "half",
    [property: Id(5), AllowedValues("exact", "rounded")] string Counts = "exact",
    [property: Id(6)] ImmutableArray<string>? Of = null,
    [property: Id(7)] ImmutableArray<string>? Except = null,
    [property: Id(8)] DateOnly? ValidFrom = null,
    [property: Id(9)] DateOnly? ValidUntil = null) : ChargeDocument;
