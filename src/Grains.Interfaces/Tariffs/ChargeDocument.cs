using System.Collections.Immutable;
using System.Text.Json.Serialization;
using BillingActors.Grains.Interfaces.Tariffs.Recurring;

namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>One thing a tariff charges or credits; the kind comes with the member "kind".</summary>
[GenerateSerializer, Immutable, Alias("tariff-charge")]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Fixed), "fixed")]
[JsonDerivedType(typeof(Usage), "usage")]
[JsonDerivedType(typeof(Demand), "demand")]
[JsonDerivedType(typeof(Percentage), "percentage")]
[JsonDerivedType(typeof(Minimum), "minimum")]
[JsonDerivedType(typeof(Maximum), "maximum")]
[JsonDerivedType(typeof(NetMetering), "net-metering")]
[JsonDerivedType(typeof(Commitment), "commitment")]
[JsonDerivedType(typeof(Subscription), "subscription")]
[JsonDerivedType(typeof(Calls), "calls")]
[JsonDerivedType(typeof(EventsChargeDocument), "events")]
[JsonDerivedType(typeof(OneOffChargeDocument), "one-off")]
[JsonDerivedType(typeof(MilestoneChargeDocument), "milestone")]
[JsonDerivedType(typeof(RetentionChargeDocument), "retention")]
[JsonDerivedType(typeof(CapChargeDocument), "cap")]
[JsonDerivedType(typeof(DiscountChargeDocument), "discount")]
public abstract record ChargeDocument
{
    /// <summary>Code, unique among the charges of a day.</summary>
    public abstract string Code { get; init; }

    /// <summary>What the customer reads.</summary>
    public abstract string Text { get; init; }

    /// <summary>Category that decides the taxes on it; "none" for untaxed.</summary>
    public abstract string TaxCategory { get; init; }

    /// <summary>First day inside the version; absent: as long as the version.</summary>
    public abstract DateOnly? ValidFrom { get; init; }

    /// <summary>Day it ends, exclusive; absent: as long as the version.</summary>
    public abstract DateOnly? ValidUntil { get; init; }

    /// <summary>Spans of every year on which it applies; absent: the whole year.</summary>
    [Id(0)]
    public ImmutableArray<AnnualSpanDocument>? Yearly { get; init; }

    /// <summary>Calendar months in which it applies, 1 to 12; absent: all.</summary>
    [Id(1)]
    public ImmutableArray<int>? Months { get; init; }

    /// <summary>A price per day, month, year or bill, whatever is used.</summary>
    [GenerateSerializer, Immutable, Alias("tariff-charge-fixed")]
    public sealed record Fixed(
        [property: Id(0)] string Code,
        [property: Id(1)] string Text,
        [property: Id(2)] string TaxCategory,
        [property: Id(3)] string Per,
        [property: Id(4)] decimal Price,
        [property: Id(5)] DateOnly? ValidFrom = null,
        [property: Id(6)] DateOnly? ValidUntil = null,
        [property: Id(7)] FactorDocument? Times = null,
        [property: Id(8)] ImmutableArray<string>? OnlyIfUsed = null) : ChargeDocument;

    /// <summary>A price per unit used; for export, what the customer is paid.</summary>
    [GenerateSerializer, Immutable, Alias("tariff-charge-usage")]
    public sealed record Usage(
        [property: Id(0)] string Code,
        [property: Id(1)] string Text,
        [property: Id(2)] string TaxCategory,
        [property: Id(3)] string Direction,
        [property: Id(4)] string Unit,
        [property: Id(5)] PriceDocument Price,
        [property: Id(6)] DateOnly? ValidFrom = null,
        [property: Id(7)] DateOnly? ValidUntil = null,
        [property: Id(8)] ImmutableArray<string>? Channels = null,
        [property: Id(9)] string? Netted = null,
        [property: Id(10)] ConversionDocument? Conversion = null) : ChargeDocument;

    /// <summary>A price per unit of the highest demand.</summary>
    [GenerateSerializer, Immutable, Alias("tariff-charge-demand")]
    public sealed record Demand(
        [property: Id(0)] string Code,
        [property: Id(1)] string Text,
        [property: Id(2)] string TaxCategory,
        [property: Id(3)] string Direction,
        [property: Id(4)] string Unit,
        [property: Id(5)] int WindowMinutes,
        [property: Id(6)] PriceDocument Price,
        [property: Id(7)] DateOnly? ValidFrom = null,
        [property: Id(8)] DateOnly? ValidUntil = null,
        [property: Id(9)] ImmutableArray<string>? Channels = null,
        [property: Id(10)] RatchetDocument? Ratchet = null,
        [property: Id(11)] string Basis = "highest",
        [property: Id(12)] PowerFactorDocument? PowerFactor = null,
        [property: Id(13)] decimal? Least = null,
        [property: Id(14)] decimal? ContractPercent = null,
        [property: Id(15)] string? Over = null,
        [property: Id(16)] string? Events = null) : ChargeDocument;

    /// <summary>A percentage of charges before it; negative for a discount.</summary>
    [GenerateSerializer, Immutable, Alias("tariff-charge-percentage")]
    public sealed record Percentage(
        [property: Id(0)] string Code,
        [property: Id(1)] string Text,
        [property: Id(2)] string TaxCategory,
        [property: Id(3)] decimal Percent,
        [property: Id(4)] DateOnly? ValidFrom = null,
        [property: Id(5)] DateOnly? ValidUntil = null,
        [property: Id(6)] ImmutableArray<string>? Of = null,
        [property: Id(7)] ImmutableArray<string>? Except = null,
        [property: Id(8)] decimal? Most = null,
        [property: Id(9)] decimal? Least = null,
        [property: Id(10)] string? Counts = null) : ChargeDocument;

    /// <summary>The charges before it come to at least this much.</summary>
    [GenerateSerializer, Immutable, Alias("tariff-charge-minimum")]
    public sealed record Minimum(
        [property: Id(0)] string Code,
        [property: Id(1)] string Text,
        [property: Id(2)] string TaxCategory,
        [property: Id(3)] string Per,
        [property: Id(4)] decimal Amount,
        [property: Id(5)] DateOnly? ValidFrom = null,
        [property: Id(6)] DateOnly? ValidUntil = null,
        [property: Id(7)] ImmutableArray<string>? Of = null,
        [property: Id(8)] ImmutableArray<string>? Except = null,
        [property: Id(9)] FactorDocument? Times = null,
        [property: Id(10)] string? Counts = null,
        [property: Id(11)] bool TrueUp = false) : ChargeDocument;

    /// <summary>The charges before it come to at most this much.</summary>
    [GenerateSerializer, Immutable, Alias("tariff-charge-maximum")]
    public sealed record Maximum(
        [property: Id(0)] string Code,
        [property: Id(1)] string Text,
        [property: Id(2)] string TaxCategory,
        [property: Id(3)] string Per,
        [property: Id(4)] decimal Amount,
        [property: Id(5)] DateOnly? ValidFrom = null,
        [property: Id(6)] DateOnly? ValidUntil = null,
        [property: Id(7)] ImmutableArray<string>? Of = null,
        [property: Id(8)] ImmutableArray<string>? Except = null,
        [property: Id(9)] FactorDocument? Times = null) : ChargeDocument;

    /// <summary>
    /// What is delivered set against what is taken: as energy before usage charges, or as money after them. Members
    /// that are absent are as the settings say.
    /// </summary>
    [GenerateSerializer, Immutable, Alias("tariff-charge-net-metering")]
    public sealed record NetMetering(
        [property: Id(0)] string Code,
        [property: Id(1)] string Text,
        [property: Id(2)] string TaxCategory,
        [property: Id(3)] string Bank,
        [property: Id(4)] decimal? SurplusPrice = null,
        [property: Id(5)] DateOnly? ValidFrom = null,
        [property: Id(6)] DateOnly? ValidUntil = null,
        [property: Id(7)] string? Calendar = null,
        [property: Id(8)] string? Anniversary = null,
        [property: Id(9)] int? ExpiryMonths = null,
        [property: Id(10)] string? Unit = null,
        [property: Id(11)] ImmutableArray<string>? Import = null,
        [property: Id(12)] ImmutableArray<string>? Export = null,
        [property: Id(13)] string? Sharing = null,
        [property: Id(14)] ImmutableArray<ImmutableArray<string>>? Groups = null,
        [property: Id(15)] string? Order = null,
        [property: Id(16)] string? Credit = null,
        [property: Id(17)] string? Settle = null,
        [property: Id(18)] string? Surplus = null,
        [property: Id(19)] ImmutableArray<string>? Of = null,
        [property: Id(20)] ImmutableArray<string>? Except = null) : ChargeDocument;

    /// <summary>A quantity or an amount the customer promised to take in a window.</summary>
    [GenerateSerializer, Immutable, Alias("tariff-charge-commitment")]
    public sealed record Commitment(
        [property: Id(0)] string Code,
        [property: Id(1)] string Text,
        [property: Id(2)] string TaxCategory,
        [property: Id(3)] string Per,
        [property: Id(4)] decimal? ShortfallPrice = null,
        [property: Id(5)] DateOnly? ValidFrom = null,
        [property: Id(6)] DateOnly? ValidUntil = null,
        [property: Id(7)] decimal? Quantity = null,
        [property: Id(8)] decimal? Amount = null,
        [property: Id(9)] ImmutableArray<string>? Of = null,
        [property: Id(10)] ImmutableArray<string>? Except = null,
        [property: Id(11)] int Every = 1,
        [property: Id(12)] bool Prepaid = false,
        [property: Id(13)] decimal? OverageFactor = null) : ChargeDocument;

    /// <summary>A price for each period of a subscription, by the quantity of an item such as a seat.</summary>
    [GenerateSerializer, Immutable, Alias("tariff-charge-subscription")]
    public sealed record Subscription(
        [property: Id(0)] string Code,
        [property: Id(1)] string Text,
        [property: Id(2)] string TaxCategory,
        [property: Id(4)] string Per,
        [property: Id(5)] PriceDocument Price,
        [property: Id(6)] DateOnly? ValidFrom = null,
        [property: Id(7)] DateOnly? ValidUntil = null,
        [property: Id(8)] bool InAdvance = false,
        [property: Id(3)] string? Item = null,
        [property: Id(9)] int Every = 1) : ChargeDocument;

    /// <summary>Calls, data or messages by destination, in increments.</summary>
    [GenerateSerializer, Immutable, Alias("tariff-charge-calls")]
    public sealed record Calls(
        [property: Id(0)] string Code,
        [property: Id(1)] string Text,
        [property: Id(2)] string TaxCategory,
        [property: Id(3)] string Event,
        [property: Id(4)] string Unit,
        [property: Id(5)] ImmutableArray<CallRateDocument> Rates,
        [property: Id(6)] DateOnly? ValidFrom = null,
        [property: Id(7)] DateOnly? ValidUntil = null,
        [property: Id(8)] ImmutableArray<CallDestinationDocument>? Destinations = null,
        [property: Id(9)] ImmutableArray<RoamingZoneDocument>? Zones = null,
        [property: Id(10)] string? Calendar = null) : ChargeDocument;
}
