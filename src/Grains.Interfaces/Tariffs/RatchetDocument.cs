using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>Demand is billed at least at a share of the highest demand of earlier months.</summary>
/// <param name="Months">How many earlier months count.</param>
/// <param name="Percent">Share of the highest demand; absent or 0: percents says it by month.</param>
/// <param name="Season">Only months of this season count; absent: all.</param>
/// <param name="Least">Contract demand that is billed at least; absent: none.</param>
/// <param name="During">It applies to bills of this season only; absent: to all.</param>
/// <param name="Periods">
/// Whose demand counts: same (default), that of the time-of-use period that is billed, or any.
/// </param>
/// <param name="AppliesTo">Time-of-use periods it applies to; absent: all.</param>
/// <param name="Percents">
/// Share of the demand of each calendar month, twelve from January, in place of percent; 0: a month does not count.
/// </param>
/// <param name="WholeIn">
/// Calendar months, 1 to 12, in whose bills the own demand is billed whole; in others it counts with its share, as any
/// earlier month does. Absent: all.
/// </param>
[GenerateSerializer, Immutable, Alias("tariff-ratchet")]
public sealed record RatchetDocument(
    [property: Id(1)] int Months,
    [property: Id(0)] decimal Percent = 0m,
    [property: Id(2)] string? Season = null,
    [property: Id(3)] decimal? Least = null,
    [property: Id(4)] string? During = null,
    [property: Id(5), AllowedValues("same", "any")] string Periods = "same",
    [property: Id(6)] ImmutableArray<string>? AppliesTo = null,
    [property: Id(7)] ImmutableArray<decimal>? Percents = null,
    [property: Id(8)] ImmutableArray<int>? WholeIn = null);
