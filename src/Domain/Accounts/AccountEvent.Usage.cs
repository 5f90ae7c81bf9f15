using System.Collections.Immutable;
using System.Text.Json.Serialization;
using BillingActors.Domain.Charging;
using NodaTime;

namespace BillingActors.Domain.Accounts;

/// <summary>What was used and rated when it came, and what limits it; the records themselves lie beside.</summary>
[JsonDerivedType(typeof(UsageRated), "usage-rated")]
[JsonDerivedType(typeof(UsageThresholdPassed), "usage-threshold-passed")]
[JsonDerivedType(typeof(SpendingCapSet), "spending-cap-set")]
[JsonDerivedType(typeof(SpendingCapRemoved), "spending-cap-removed")]
[JsonDerivedType(typeof(UsageReserved), "usage-reserved")]
[JsonDerivedType(typeof(ReservationCommitted), "reservation-committed")]
[JsonDerivedType(typeof(ReservationReleased), "reservation-released")]
public abstract partial record AccountEvent
{
    /// <summary>Something about usage that is rated when it comes.</summary>
    public abstract record RatedUsageEvent : AccountEvent
    {
        private protected RatedUsageEvent()
        {
        }
    }

    /// <summary>Records came and were rated; those that could not be are named.</summary>
    public sealed record UsageRated(
        StreamOffset? Offset, ImmutableArray<UsagePart> Parts, ImmutableArray<UsageSetAside> SetAside)
        : RatedUsageEvent;

    /// <summary>A part of an allowance or of a spending cap is used up.</summary>
    public sealed record UsageThresholdPassed(PassedThreshold Threshold) : RatedUsageEvent;

    /// <summary>It was decided how much may be used until the next bill.</summary>
    public sealed record SpendingCapSet(SpendingCap Cap) : RatedUsageEvent;

    /// <summary>Nothing limits any more what may be used.</summary>
    public sealed record SpendingCapRemoved(string ContractId) : RatedUsageEvent;

    /// <summary>An amount was set aside for use that begins; reservations that had expired are gone.</summary>
    public sealed record UsageReserved(
        string ReservationId,
        string ContractId,
        long AmountMinor,
        Instant ExpiresAt,
        bool MayExtend,
        ImmutableArray<string> Expired) : RatedUsageEvent;

    /// <summary>What was used of a reservation; the rest is left of it, or free again where it ended.</summary>
    public sealed record ReservationCommitted(
        string ReservationId, decimal Amount, long LeftMinor, bool IsEnded) : RatedUsageEvent;

    /// <summary>What was left of a reservation is free again.</summary>
    public sealed record ReservationReleased(string ReservationId, long AmountMinor) : RatedUsageEvent;
}
