using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>Demand is billed at least at a share of the highest demand of earlier months.</summary>
/// <param name="Percent">Share of the highest demand.</param>
/// <param name="Months">How many earlier months count.</param>
/// <param name="Season">Only months of this season count; absent: all.</param>
/// <param name="Least">Contract demand that is billed at least; absent: none.</param>
/// <param name="During">It applies to bills of this season only; absent: to all.</param>
/// <param name="Periods">
/// Whose demand counts: same (default), that of the time-of-use period that is billed, or any.
/// </param>
/// <param name="AppliesTo">Time-of-use periods it applies to; absent: all.</param>
[GenerateSerializer, Immutable, Alias("tariff-ratchet")]
public sealed record RatchetDocument(
    [property: Id(0)] decimal Percent,
    [property: Id(1)] int Months,
    [property: Id(2)] string? Season = null,
    [property: Id(3)] decimal? Least = null,
    [property: Id(4)] string? During = null,
    [property: Id(5), AllowedValues("same", "any")] string Periods = "same",
    [property: Id(6)] ImmutableArray<string>? AppliesTo = null);
