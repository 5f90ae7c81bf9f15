using System.Collections.Immutable;

namespace BillingActors.Domain.Tariffs.Prices;

/// <summary>Events of a version that prices refer to; those of the contract's setting are added.</summary>
/// <param name="Id">Id within the version.</param>
/// <param name="Events">Events in any order.</param>
public sealed record EventList(string Id, ImmutableArray<PeakEvent> Events);
