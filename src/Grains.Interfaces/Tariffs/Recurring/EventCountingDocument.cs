namespace BillingActors.Grains.Interfaces.Tariffs.Recurring;

/// <summary>How a quantity becomes the one that is billed: larger units, rounding, a least, free units.</summary>
/// <param name="Size">How many of the reported units a billed one is; absent: 1.</param>
/// <param name="Rounding">up, down or half; absent: the quantity stays exact.</param>
/// <param name="Decimals">Decimals it is rounded to.</param>
/// <param name="Free">Billed units that cost nothing.</param>
/// <param name="Factor">What the quantity is multiplied by; absent: 1.</param>
/// <param name="Least">Billed units that count at least, where there is anything; absent: no least.</param>
[GenerateSerializer, Immutable, Alias("tariff-event-counting")]
public sealed record EventCountingDocument(
    [property: Id(0)] decimal? Size = null,
    [property: Id(1)] string? Rounding = null,
    [property: Id(2)] int Decimals = 0,
    [property: Id(3)] decimal? Free = null,
    [property: Id(4)] decimal? Factor = null,
    [property: Id(5)] decimal? Least = null);
