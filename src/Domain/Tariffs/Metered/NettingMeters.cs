using System.Collections.Immutable;

namespace BillingActors.Domain.Tariffs.Metered;

/// <summary>What is set against each other.</summary>
/// <param name="Unit">Unit, such as "kWh".</param>
/// <param name="Import">Channels or registers of what was taken; empty: all of the direction.</param>
/// <param name="Export">Channels or registers of what was delivered; empty: all of the direction.</param>
public sealed record NettingMeters(string Unit, ImmutableArray<string> Import, ImmutableArray<string> Export);
