using System.Collections.Immutable;
using System.Text.Json.Serialization;

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
[JsonDerivedType(typeof(Hourly), "hourly")]
public abstract record PriceDocument
{
    /// <summary>One price for each unit.</summary>
    [GenerateSerializer, Immutable, Alias("tariff-price-flat")]
    public sealed record Flat([property: Id(0)] decimal Price) : PriceDocument;

    /// <summary>Prices that change with the quantity. Limits are per day or month; mode graduated or volume.</summary>
    [GenerateSerializer, Immutable, Alias("tariff-price-tiers")]
    public sealed record Tiers(
        [property: Id(0)] string Per,
        [property: Id(1)] ImmutableArray<TierDocument> Steps,
        [property: Id(2)] string Mode = "graduated",
        [property: Id(3)] string Limit = "inclusive") : PriceDocument;

    /// <summary>A price of its own, flat or in tiers, for each period of a calendar.</summary>
    [GenerateSerializer, Immutable, Alias("tariff-price-time-of-use")]
    public sealed record TimeOfUse(
        [property: Id(0)] string Calendar,
        [property: Id(1)] ImmutableArray<PeriodPriceDocument> Prices) : PriceDocument;

    /// <summary>Reserved: tiers over the whole use, shared out over the periods pro rata.</summary>
    [GenerateSerializer, Immutable, Alias("tariff-price-tiers-by-period")]
    public sealed record TiersByPeriod(
        [property: Id(0)] string Calendar,
        [property: Id(1)] string Per,
        [property: Id(2)] ImmutableArray<TierByPeriodDocument> Steps) : PriceDocument;

    /// <summary>Reserved: blocks of units per unit of demand, "the first 200 kWh per kW".</summary>
    [GenerateSerializer, Immutable, Alias("tariff-price-hours-use")]
    public sealed record HoursUse(
        [property: Id(0)] string DemandCharge,
        [property: Id(1)] ImmutableArray<TierDocument> Steps) : PriceDocument;

    /// <summary>Reserved: one price in the hours of called events, another in all other hours.</summary>
    [GenerateSerializer, Immutable, Alias("tariff-price-critical-peak")]
    public sealed record CriticalPeak(
        [property: Id(0)] string Events,
        [property: Id(1)] PriceDocument OnEvent,
        [property: Id(2)] PriceDocument Otherwise) : PriceDocument;

    /// <summary>Reserved: a published price per hour, times a factor, plus an adder.</summary>
    [GenerateSerializer, Immutable, Alias("tariff-price-hourly")]
    public sealed record Hourly(
        [property: Id(0)] string Series,
        [property: Id(1)] decimal Factor,
        [property: Id(2)] decimal Adder) : PriceDocument;
}
