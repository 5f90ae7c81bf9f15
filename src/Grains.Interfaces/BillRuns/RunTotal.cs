namespace BillingActors.Grains.Interfaces.BillRuns;

/// <summary>A sum of a run by tariff or tax.</summary>
/// <param name="Kind">tariff or tax.</param>
/// <param name="Key">Tariff id or tax code.</param>
/// <param name="AmountMinor">Sum in minor units.</param>
[GenerateSerializer, Immutable, Alias("run-total")]
public sealed record RunTotal(
    [property: Id(0)] string Kind,
    [property: Id(1)] string Key,
    [property: Id(2)] long AmountMinor);
