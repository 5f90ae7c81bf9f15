using System.Collections.Immutable;
using BillingActors.Domain.Rating.Demands;
using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Tariffs;

namespace BillingActors.Domain.Rating.Metered;

/// <summary>
/// Where charges get their quantities from: intervals and reads of meters, or determinants that were given. What is not
/// there is a reason to hold, never zero.
/// </summary>
internal interface IQuantities
{
    /// <summary>Reasons found so far.</summary>
    HoldList Holds { get; }

    /// <summary>The local time of days and hours.</summary>
    LocalClock Clock { get; }

    /// <summary>The demands of this rating: what was billed so far, and the peaks for ratchets.</summary>
    DemandBook Demands { get; }

    /// <summary>The peaks for the next rating, oldest first.</summary>
    ImmutableArray<PeakDemand> PeaksAfter();

    /// <summary>What was used; null after a reason was added.</summary>
    UsedQuantity? Use(QuantityNeed need);

    /// <summary>The demand as the charge measures it, before any minimum or ratchet; null after a reason.</summary>
    MeasuredDemand? Demand(DemandNeed need);

    /// <summary>
    /// The interval series of a charge that prices each hour by itself; null after a reason, as determinants and
    /// registers have none.
    /// </summary>
    ImmutableArray<ChannelSeries>? Intervals(string charge, MeterSelection meter);

    /// <summary>Total use per unit and direction of all that was asked for.</summary>
    ImmutableArray<MeasuredUse> Uses();

    /// <summary>What each register is billed up to after this bill.</summary>
    ImmutableArray<RegisterPosition> PositionsAfter();
}
