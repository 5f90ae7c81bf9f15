using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using BillingActors.Grains.Interfaces.Tariffs.QuantityPrices;

namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>How a quantity becomes money; the kind comes with the member "kind".</summary>
[GenerateSerializer, Immutable, Alias("tariff-price")]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Flat), "flat")]
[JsonDerivedType(typeof(Tiers), "tiers")]
[JsonDerivedType(typeof(TimeOfUse), "time-of-use")]
[JsonDerivedType(typeof(TiersByPeriod), "tiers-by-period")]
[JsonDerivedType(typeof(HoursUse), "hours-use")]
[JsonDerivedType(typeof(CriticalPeak), "critical-peak")]
[JsonDerivedType(typeof(PeakRebate), "peak-rebate")]
[JsonDerivedType(typeof(Hourly), "hourly")]
[JsonDerivedType(typeof(ExcessPriceDocument), "excess")]
[JsonDerivedType(typeof(WindowPriceDocument), "per-window")]
[JsonDerivedType(typeof(GraduatedPriceDocument), "graduated")]
[JsonDerivedType(typeof(VolumePriceDocument), "volume")]
[JsonDerivedType(typeof(StairstepPriceDocument), "stairstep")]
[JsonDerivedType(typeof(GraduatedPercentagePriceDocument), "graduated-percentage")]
[JsonDerivedType(typeof(PackagePriceDocument), "package")]
[JsonDerivedType(typeof(PercentagePriceDocument), "percentage")]
[JsonDerivedType(typeof(MatrixPriceDocument), "matrix")]
[JsonDerivedType(typeof(CapacityPriceDocument), "capacity")]
public abstract record PriceDocument
{
    /// <summary>One price for each unit.</summary>
    /// <param name="Price">Price of a unit.</param>
    [GenerateSerializer, Immutable, Alias("tariff-price-flat")]
    public sealed record Flat([property: Id(0)] decimal Price) : PriceDocument;

    /// <summary>
    /// Prices that change with the quantity. Limits are per day, month, bill, year, life or window; mode graduated or
    /// volume; limit inclusive or exclusive, absent: as the setting says. Charges with the same "countedWith" count on.
    /// </summary>
    /// <param name="Per">day, month, bill, year, life or window: what the limits are for.</param>
    /// <param name="Steps">Steps; limits rise, the last has none.</param>
    /// <param name="Mode">graduated (default) or volume.</param>
    /// <param name="Limit">inclusive or exclusive; absent: as the setting says.</param>
    /// <param name="CountedWith">Name shared by charges that count on, in the order of the tariff.</param>
    [GenerateSerializer, Immutable, Alias("tariff-price-tiers")]
    public sealed record Tiers(
        [property: Id(0), AllowedValues("day", "month", "year", "bill", "life", "window")] string Per,
        [property: Id(1)] ImmutableArray<TierDocument> Steps,
        [property: Id(2), AllowedValues("graduated", "volume")] string Mode = "graduated",
        [property: Id(3), AllowedValues("inclusive", "exclusive")] string? Limit = null,
        [property: Id(4)] string? CountedWith = null) : PriceDocument;

    /// <summary>
    /// A price of its own, flat or in tiers, for each period of a calendar. The tiers count the period; or the whole,
    /// pro-rata, in time-order, or as the setting says.
    /// </summary>
    /// <param name="Calendar">Calendar of the version.</param>
    /// <param name="Prices">A price for each of its periods.</param>
    /// <param name="TiersOver">period (default), pro-rata, time-order or whole: what tiers count.</param>
    [GenerateSerializer, Immutable, Alias("tariff-price-time-of-use")]
    public sealed record TimeOfUse(
        [property: Id(0)] string Calendar,
        [property: Id(1)] ImmutableArray<PeriodPriceDocument> Prices,
        [property: Id(2), AllowedValues("period", "pro-rata", "time-order", "whole")]
        string? TiersOver = null) : PriceDocument;

    /// <summary>Tiers over the whole use, shared over the periods: pro-rata, time-order, or as the setting.</summary>
    /// <param name="Calendar">Calendar of the version.</param>
    /// <param name="Per">day, month, bill, year, life or window: what the limits are for.</param>
    /// <param name="Steps">Steps with a price for each period.</param>
    /// <param name="Order">pro-rata or time-order; absent: as the setting says.</param>
    /// <param name="Mode">graduated (default) or volume.</param>
    /// <param name="Limit">inclusive or exclusive; absent: as the setting says.</param>
    [GenerateSerializer, Immutable, Alias("tariff-price-tiers-by-period")]
    public sealed record TiersByPeriod(
        [property: Id(0)] string Calendar,
        [property: Id(1), AllowedValues("day", "month", "year", "bill", "life", "window")] string Per,
        [property: Id(2)] ImmutableArray<TierByPeriodDocument> Steps,
        [property: Id(3), AllowedValues("pro-rata", "time-order")] string? Order = null,
        [property: Id(4), AllowedValues("graduated", "volume")] string Mode = "graduated",
        [property: Id(5), AllowedValues("inclusive", "exclusive")] string? Limit = null) : PriceDocument;

    /// <summary>
    /// Blocks of units per unit of demand, "the first 200 kWh per kW": the demand is that of a charge before it, a
    /// fixed one, or an option of the contract.
    /// </summary>
    /// <param name="Steps">Blocks of hours of the demand.</param>
    /// <param name="DemandCharge">Code of a demand charge before it; one of this, demand and option.</param>
    /// <param name="Demand">A fixed demand.</param>
    /// <param name="Option">Setting of the contract with the demand.</param>
    /// <param name="Per">month (default), day or bill.</param>
    /// <param name="Mode">graduated (default) or volume.</param>
    [GenerateSerializer, Immutable, Alias("tariff-price-hours-use")]
    public sealed record HoursUse(
        [property: Id(1)] ImmutableArray<HoursUseStepDocument> Steps,
        [property: Id(0)] string? DemandCharge = null,
        [property: Id(2)] decimal? Demand = null,
        [property: Id(3)] string? Option = null,
        [property: Id(4), AllowedValues("month", "day", "bill")] string Per = "month",
        [property: Id(5), AllowedValues("graduated", "volume")] string Mode = "graduated") : PriceDocument;

    /// <summary>One price in the hours of called events, another in all other hours.</summary>
    /// <param name="Events">List of events of the version.</param>
    /// <param name="OnEvent">Price in the hours of called events.</param>
    /// <param name="Otherwise">Price in all other hours.</param>
    [GenerateSerializer, Immutable, Alias("tariff-price-critical-peak")]
    public sealed record CriticalPeak(
        [property: Id(0)] string Events,
        [property: Id(1)] PriceDocument OnEvent,
        [property: Id(2)] PriceDocument Otherwise) : PriceDocument;

    /// <summary>What was used below a baseline in the hours of called events is paid.</summary>
    /// <param name="Events">List of events of the version.</param>
    /// <param name="Price">What is paid for a unit less than the baseline.</param>
    [GenerateSerializer, Immutable, Alias("tariff-price-peak-rebate")]
    public sealed record PeakRebate(
        [property: Id(0)] string Events,
        [property: Id(1)] decimal Price) : PriceDocument;

    /// <summary>A published price per hour, times a factor, plus an adder.</summary>
    /// <param name="Series">Series of published prices of the version.</param>
    /// <param name="Factor">What the published price is multiplied by.</param>
    /// <param name="Adder">What is added to it, per unit.</param>
    [GenerateSerializer, Immutable, Alias("tariff-price-hourly")]
    public sealed record Hourly(
        [property: Id(0)] string Series,
        [property: Id(1)] decimal Factor = 1m,
        [property: Id(2)] decimal Adder = 0m) : PriceDocument;
}
