using System.Collections.Immutable;
using BillingActors.Domain.Tariffs.Prices;

namespace BillingActors.Domain.Tariffs;

/// <summary>How a quantity becomes money.</summary>
public abstract record PriceModel
{
    /// <summary>One price for each unit.</summary>
    /// <param name="Price">Price of a unit.</param>
    public sealed record Flat(decimal Price) : PriceModel;

    /// <summary>Prices that change with the quantity.</summary>
    /// <param name="Per">What the limits are for; limits of a year or a life are counted on.</param>
    /// <param name="Mode">Whether each tier prices its own part, or the tier reached prices all.</param>
    /// <param name="Limit">To which tier a quantity exactly at a limit belongs; null: as the setting says.</param>
    /// <param name="Steps">The tiers in rising order; the last has no limit.</param>
    public sealed record Tiers(ChargePer Per, TierMode Mode, TierLimit? Limit, ImmutableArray<Tier> Steps) : PriceModel
    {
        /// <summary>
        /// Charges of one version that name the same group count their quantities on, in the order of the tariff.
        /// </summary>
        public string? CountedWith { get; init; }
    }

    /// <summary>A price of its own, flat or in tiers, for each period of a calendar.</summary>
    /// <param name="Calendar">Id of the calendar in the version.</param>
    /// <param name="Prices">One entry per period of the calendar.</param>
    public sealed record TimeOfUse(string Calendar, ImmutableArray<PeriodPrice> Prices) : PriceModel
    {
        /// <summary>What the tiers of a period count; null: as the setting says.</summary>
        public TierCounting? Counting { get; init; }
    }

    /// <summary>Blocks of units per unit of demand: "the first 200 kWh per kW".</summary>
    /// <param name="Demand">Where the demand comes from.</param>
    /// <param name="Per">What the hours are for: a month, a day or a bill.</param>
    /// <param name="Mode">Whether each block prices its own part, or the block reached prices all.</param>
    /// <param name="Blocks">The blocks in rising order; the last has no limit.</param>
    public sealed record HoursUse(
        HoursUseDemand Demand, ChargePer Per, TierMode Mode, ImmutableArray<HoursUseBlock> Blocks) : PriceModel;

    /// <summary>One price in the hours of called events, another in all other hours.</summary>
    /// <param name="Events">Id of the list of events in the version.</param>
    /// <param name="OnEvent">Price in the hours of events, flat or in tiers.</param>
    /// <param name="Otherwise">Price in all other hours, by calendar or not.</param>
    public sealed record CriticalPeak(string Events, PriceModel OnEvent, PriceModel Otherwise) : PriceModel;

    /// <summary>What the customer used less than a baseline in the hours of events is paid.</summary>
    /// <param name="Events">Id of the list of events; only events with a baseline are paid.</param>
    /// <param name="Price">What a unit below the baseline is paid.</param>
    public sealed record PeakRebate(string Events, decimal Price) : PriceModel;

    /// <summary>
    /// What goes beyond a percentage of the use of another charge, such as reactive energy beyond a third of the real
    /// one, priced by how far it goes; each period of a calendar by itself.
    /// </summary>
    /// <param name="Over">Code of the usage charge it is compared with.</param>
    /// <param name="Percent">Percent of its quantity that are free.</param>
    /// <param name="Mode">Whether the band reached prices all of the excess, or each band its own part.</param>
    /// <param name="Bands">The bands in rising order; the last has no limit.</param>
    public sealed record Excess(string Over, decimal Percent, TierMode Mode, ImmutableArray<ExcessBand> Bands)
        : PriceModel
    {
        /// <summary>Id of the calendar whose periods are compared apart; null: all hours together.</summary>
        public string? Calendar { get; init; }

        /// <summary>Periods that are billed; empty: all.</summary>
        public ImmutableArray<string> Periods { get; init; } = [];
    }

    /// <summary>A price that is worked out for each window of the bill by itself; the windows add up.</summary>
    /// <param name="Window">The windows.</param>
    /// <param name="Price">The price of a window; limits of its tiers are for the window.</param>
    public sealed record PerWindow(PriceWindow Window, PriceModel Price) : PriceModel
    {
        /// <summary>Least a window costs; null: no limit.</summary>
        public decimal? Least { get; init; }

        /// <summary>Most a window costs; null: no limit.</summary>
        public decimal? Most { get; init; }
    }

    /// <summary>A published price per hour, times a factor, plus an adder.</summary>
    /// <param name="Series">Id of the series in the version.</param>
    /// <param name="Factor">What the published price is multiplied with, such as 1.05 for losses.</param>
    /// <param name="Adder">Added to each unit, after the factor.</param>
    public sealed record Hourly(string Series, decimal Factor, decimal Adder) : PriceModel;
}
