using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>A tariff as JSON: a price plan with its versions by date.</summary>
/// <param name="Id">Tariff.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Currency">ISO 4217 code of all its prices.</param>
/// <param name="Versions">Its versions.</param>
/// <param name="Zone">IANA time zone of its days and hours; absent: that of the legal entity.</param>
/// <param name="Settings">Named settings of all its versions, by name; see the reference.</param>
[GenerateSerializer, Immutable, Alias("tariff-document")]
public sealed record TariffDocument(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] string Currency,
    [property: Id(3)] ImmutableArray<TariffVersionDocument> Versions,
    [property: Id(4)] string? Zone = null,
    [property: Id(5)] ImmutableSortedDictionary<string, string>? Settings = null);
