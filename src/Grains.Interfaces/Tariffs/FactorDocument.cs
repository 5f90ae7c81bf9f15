namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>How many times a price applies: a number, an option of the contract, or what a charge bills.</summary>
/// <param name="Unit">What is counted, such as "lamp" or "kW".</param>
/// <param name="Number">The number, where it is the same for all.</param>
/// <param name="Option">Name of the contract's setting with the number, such as "items".</param>
/// <param name="Charge">Code of a charge before it whose billed quantity is the number.</param>
[GenerateSerializer, Immutable, Alias("tariff-factor")]
public sealed record FactorDocument(
    [property: Id(0)] string Unit,
    [property: Id(1)] decimal? Number = null,
    [property: Id(2)] string? Option = null,
    [property: Id(3)] string? Charge = null);
