using System.Collections.Immutable;
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
[JsonDerivedType(typeof(GraduatedPriceDocument), "graduated")]
[JsonDerivedType(typeof(VolumePriceDocument), "volume")]
[JsonDerivedType(typeof(StairstepPriceDocument), "stairstep")]
[JsonDerivedType(typeof(GraduatedPercentagePriceDocument), "graduated-percentage")]
[JsonDerivedType(typeof(PackagePriceDocument), "package")]
[JsonDerivedType(typeof(PercentagePriceDocument), "percentage")]
[JsonDerivedType(typeof(MatrixPriceDocument), "matrix")]
public abstract record PriceDocument
{
    /// <summary>One price for each unit.</summary>
    [GenerateSerializer, Immutable, Alias("tariff-price-flat")]
    public sealed record Flat([property: Id(0)] decimal Price) : PriceDocument;

    /// <summary>
    /// Prices that change with the quantity. Limits are per day, month, bill or year; mode graduated or volume; limit
    /// inclusive or exclusive, absent: as the setting says. Charges with the same "countedWith" count on.
    /// </summary>
    [GenerateSerializer, Immutable, Alias("tariff-price-tiers")]
    public sealed record Tiers(
        [property: Id(0)] string Per,
        [property: Id(1)] ImmutableArray<TierDocument> Steps,
        [property: Id(2)] string Mode = "graduated",
        [property: Id(3)] string? Limit = null,
        [property: Id(4)] string? CountedWith = null) : PriceDocument;

    /// <summary>
    /// A price of its own, flat or in tiers, for each period of a calendar. The tiers count the period; or the whole,
    /// pro-rata, in time-order, or as the setting says.
    /// </summary>
    [GenerateSerializer, Immutable, Alias("tariff-price-time-of-use")]
    public sealed record TimeOfUse(
        [property: Id(0)] string Calendar,
        [property: Id(1)] ImmutableArray<PeriodPriceDocument> Prices,
        [property: Id(2)] string TiersOver = "period") : PriceDocument;

    /// <summary>Tiers over the whole use, shared over the periods: pro-rata, time-order, or as the setting.</summary>
    [GenerateSerializer, Immutable, Alias("tariff-price-tiers-by-period")]
    public sealed record TiersByPeriod(
        [property: Id(0)] string Calendar,
        [property: Id(1)] string Per,
        [property: Id(2)] ImmutableArray<TierByPeriodDocument> Steps,
        [property: Id(3)] string? Order = null,
        [property: Id(4)] string Mode = "graduated",
        [property: Id(5)] string? Limit = null) : PriceDocument;

    /// <summary>
    /// Blocks of units per unit of demand, "the first 200 kWh per kW": the demand is that of a charge before it, a
    /// fixed one, or an option of the contract.
    /// </summary>
    [GenerateSerializer, Immutable, Alias("tariff-price-hours-use")]
    public sealed record HoursUse(
        [property: Id(1)] ImmutableArray<HoursUseStepDocument> Steps,
        [property: Id(0)] string? DemandCharge = null,
        [property: Id(2)] decimal? Demand = null,
        [property: Id(3)] string? Option = null,
        [property: Id(4)] string Per = "month",
        [property: Id(5)] string Mode = "graduated") : PriceDocument;

    /// <summary>One price in the hours of called events, another in all other hours.</summary>
    [GenerateSerializer, Immutable, Alias("tariff-price-critical-peak")]
    public sealed record CriticalPeak(
        [property: Id(0)] string Events,
        [property: Id(1)] PriceDocument OnEvent,
        [property: Id(2)] PriceDocument Otherwise) : PriceDocument;

    /// <summary>What was used below a baseline in the hours of called events is paid.</summary>
    [GenerateSerializer, Immutable, Alias("tariff-price-peak-rebate")]
    public sealed record PeakRebate(
        [property: Id(0)] string Events,
        [property: Id(1)] decimal Price) : PriceDocument;

    /// <summary>A published price per hour, times a factor, plus an adder.</summary>
    [GenerateSerializer, Immutable, Alias("tariff-price-hourly")]
    public sealed record Hourly(
        [property: Id(0)] string Series,
        [property: Id(1)] decimal Factor = 1m,
        [property: Id(2)] decimal Adder = 0m) : PriceDocument;
}
