namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>Demand is billed at least at a share of the highest demand of earlier months.</summary>
/// <param name="Percent">Share of the highest demand.</param>
/// <param name="Months">How many earlier months count.</param>
/// <param name="Season">Only months of this season count; absent: all.</param>
/// <param name="Least">Contract demand that is billed at least; absent: none.</param>
[GenerateSerializer, Immutable, Alias("tariff-ratchet")]
public sealed record RatchetDocument(
    [property: Id(0)] decimal Percent,
    [property: Id(1)] int Months,
    [property: Id(2)] string? Season = null,
    [property: Id(3)] decimal? Least = null);
