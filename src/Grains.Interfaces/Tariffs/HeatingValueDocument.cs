using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>The energy of a volume; one of value, values and setting is given.</summary>
/// <param name="Unit">Unit of energy, such as "MJ".</param>
/// <param name="Per">Unit of volume, such as "m3".</param>
/// <param name="Value">One value for all days.</param>
/// <param name="Values">Values by first day, in order.</param>
/// <param name="Setting">Name of a setting of the contract, such as "heating-value".</param>
[GenerateSerializer, Immutable, Alias("tariff-heating-value")]
public sealed record HeatingValueDocument(
    [property: Id(0)] string Unit,
    [property: Id(1)] string Per,
    [property: Id(2)] decimal? Value = null,
    [property: Id(3)] ImmutableArray<FactorValueDocument>? Values = null,
    [property: Id(4)] string? Setting = null);
