using NodaTime;

namespace BillingActors.Domain.Collections;

/// <summary>Books what an agency keeps of what it collected.</summary>
public sealed record BookCommission(string PlacementId, string CommissionId, long CollectedMinor, LocalDate On);
