using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>Networks abroad that cost the same.</summary>
/// <param name="Name">Name, as the customer reads it.</param>
/// <param name="Networks">Ids of the serving networks, as the records name them.</param>
/// <param name="MarkUpPercent">Percent put on the rate at home where no rate is for the zone.</param>
[GenerateSerializer, Immutable, Alias("tariff-roaming-zone")]
public sealed record RoamingZoneDocument(
    [property: Id(0)] string Name,
    [property: Id(1)] ImmutableArray<string> Networks,
    [property: Id(2)] decimal? MarkUpPercent = null);
