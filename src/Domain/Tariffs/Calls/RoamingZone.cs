using System.Collections.Immutable;

namespace BillingActors.Domain.Tariffs.Calls;

/// <summary>Networks abroad that cost the same.</summary>
/// <param name="Name">Name, as the customer reads it.</param>
/// <param name="Networks">Ids of the serving networks, as the records name them.</param>
/// <param name="MarkUpPercent">
/// Percent put on the rate at home where no rate is for the zone; null: there must be one.
/// </param>
public sealed record RoamingZone(string Name, ImmutableArray<string> Networks, decimal? MarkUpPercent);
