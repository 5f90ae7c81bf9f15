using System.Collections.Immutable;
using NodaTime;

namespace BillingActors.Domain.Collections;

/// <summary>Items that an agency collects, and what it has kept of what it collected.</summary>
public sealed record AgencyPlacement(
    string Id, string AgencyId, LocalDate PlacedOn, decimal CommissionPercent, ImmutableArray<PlanItem> Items)
{
    /// <summary>What became of it.</summary>
    public PlacementStatus Status { get; init; }

    /// <summary>Commissions that were booked, by id.</summary>
    public ImmutableArray<string> CommissionIds { get; init; } = [];

    /// <summary>What each commission was taken of; those stored before this was kept are missing.</summary>
    public ImmutableArray<BookedCommission> Commissions { get; init; } = [];

    /// <summary>What the commissions were taken of.</summary>
    public long CollectedMinor { get; init; }

    /// <summary>Whether the agency collects now.</summary>
    public bool IsRunning => Status == PlacementStatus.Placed;

    /// <summary>Whether an item belongs to it.</summary>
    public bool Covers(string itemId) => Items.Any(item => item.ItemId == itemId);
}
