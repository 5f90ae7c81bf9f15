using System.Collections.Immutable;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Demands;
using BillingActors.Domain.Tariffs.Prices;
using BillingActors.Domain.Tariffs.Settings;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Demands;

/// <summary>What a demand charge wants to know.</summary>
/// <param name="Charge">The charge with its window.</param>
/// <param name="Days">The days that count.</param>
/// <param name="Calendar">Gives the highest of each of its periods; null: of all hours.</param>
/// <param name="Settings">Settings in force.</param>
internal readonly record struct DemandNeed(
    Charge.Demand Charge, Period Days, TimeOfUseCalendar? Calendar, RatingSettings Settings)
{
    /// <summary>The meter that counts in the place of the charge's own; null: its own.</summary>
    public MeterSelection? Real { get; init; }

    /// <summary>The events of a coincident demand.</summary>
    public ImmutableArray<PeakEvent> Events { get; init; } = [];

    /// <summary>The calendar of the weights of the charge; null: it has none.</summary>
    public TimeOfUseCalendar? WeightHours { get; init; }

    /// <summary>What several events make.</summary>
    public CoincidentRule CombineRule => Charge.Terms.Combine ?? Settings.Of(DemandSettings.Coincident);

    /// <summary>The reactive meter where windows of apparent power are asked for.</summary>
    public MeterSelection? Reactive { get; init; }
}
