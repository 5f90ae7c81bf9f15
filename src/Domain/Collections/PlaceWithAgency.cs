using System.Collections.Immutable;
using NodaTime;

namespace BillingActors.Domain.Collections;

/// <summary>Hands items to an agency; without items all that is overdue.</summary>
public sealed record PlaceWithAgency(
    string PlacementId, string AgencyId, decimal CommissionPercent, ImmutableArray<string> ItemIds, LocalDate On);
