using System.Collections.Immutable;
using BillingActors.Domain.Metering;

namespace BillingActors.Domain.Tariffs;

/// <summary>Which channels and registers of a service point a charge looks at.</summary>
/// <param name="Direction">Delivered or received.</param>
/// <param name="Channels">Ids of channels or registers; empty: all of the direction whose unit fits.</param>
/// <param name="Unit">Unit the charge is priced in, such as "kWh".</param>
public sealed record MeterSelection(Direction Direction, ImmutableArray<string> Channels, string Unit);
