using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
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
[JsonDerivedType(typeof(RoundingChargeDocument), "rounding")]
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

    /// <summary>By what a charge before it bills it applies; absent: always.</summary>
    [Id(2)]
    public UseConditionDocument? When { get; init; }

    /// <summary>A price per day, month, year or bill, whatever is used.</summary>
    /// <param name="Code">Code, unique among the charges of a day.</param>
    /// <param name="Text">What the customer reads.</param>
    /// <param name="TaxCategory">Category that decides the taxes on it; "none" for untaxed.</param>
    /// <param name="Per">day, month, year or bill.</param>
    /// <param name="Price">Price of one; negative for a credit.</param>
    /// <param name="ValidFrom">First day inside the version; absent: as long as the version.</param>
    /// <param name="ValidUntil">Day it ends, exclusive; absent: as long as the version.</param>
    /// <param name="Times">How many times the price applies; absent: once.</param>
    /// <param name="OnlyIfUsed">
    /// Codes of charges before it; billed only where one of them has a quantity. Absent: always.
    /// </param>
    [GenerateSerializer, Immutable, Alias("tariff-charge-fixed")]
    public sealed record Fixed(
        [property: Id(0)] string Code,
        [property: Id(1)] string Text,
        [property: Id(2)] string TaxCategory,
        [property: Id(3), AllowedValues("day", "month", "year", "bill")] string Per,
        [property: Id(4)] decimal Price,
        [property: Id(5)] DateOnly? ValidFrom = null,
        [property: Id(6)] DateOnly? ValidUntil = null,
        [property: Id(7)] FactorDocument? Times = null,
        [property: Id(8)] ImmutableArray<string>? OnlyIfUsed = null) : ChargeDocument;

    /// <summary>A price per unit used; for export, what the customer is paid.</summary>
    /// <param name="Code">Code, unique among the charges of a day.</param>
    /// <param name="Text">What the customer reads.</param>
    /// <param name="TaxCategory">Category that decides the taxes on it; "none" for untaxed.</param>
    /// <param name="Direction">import or export.</param>
    /// <param name="Unit">Unit of the price, such as kWh; metered units of one kind convert by themselves.</param>
    /// <param name="Price">How the use is priced; for export, what the customer is paid.</param>
    /// <param name="ValidFrom">First day inside the version; absent: as long as the version.</param>
    /// <param name="ValidUntil">Day it ends, exclusive; absent: as long as the version.</param>
    /// <param name="Channels">Channels and registers that count; absent: all that fit.</param>
    /// <param name="Netted">Code of a net-metering of energy before it whose net use is priced.</param>
    /// <param name="Conversion">How the metered unit becomes that of the price.</param>
    [GenerateSerializer, Immutable, Alias("tariff-charge-usage")]
    public sealed record Usage(
        [property: Id(0)] string Code,
        [property: Id(1)] string Text,
        [property: Id(2)] string TaxCategory,
        [property: Id(3), AllowedValues("import", "export")] string Direction,
        [property: Id(4)] string Unit,
        [property: Id(5)] PriceDocument Price,
        [property: Id(6)] DateOnly? ValidFrom = null,
        [property: Id(7)] DateOnly? ValidUntil = null,
        [property: Id(8)] ImmutableArray<string>? Channels = null,
        [property: Id(9)] string? Netted = null,
        [property: Id(10)] ConversionDocument? Conversion = null) : ChargeDocument;

    /// <summary>A price per unit of the highest demand.</summary>
    /// <param name="Code">Code, unique among the charges of a day.</param>
    /// <param name="Text">What the customer reads.</param>
    /// <param name="TaxCategory">Category that decides the taxes on it; "none" for untaxed.</param>
    /// <param name="Direction">import or export.</param>
    /// <param name="Unit">Unit of power, such as kW or kVA.</param>
    /// <param name="WindowMinutes">Minutes over which demand is averaged: a multiple of the interval.</param>
    /// <param name="Price">How the demand is priced: flat, in tiers or by period.</param>
    /// <param name="ValidFrom">First day inside the version; absent: as long as the version.</param>
    /// <param name="ValidUntil">Day it ends, exclusive; absent: as long as the version.</param>
    /// <param name="Channels">Channels that count; absent: all that fit.</param>
    /// <param name="Ratchet">The least demand, from that of the months before.</param>
    /// <param name="Basis">highest (default), daily or coincident.</param>
    /// <param name="PowerFactor">How a low power factor raises the demand.</param>
    /// <param name="Least">Least demand billed; absent: none.</param>
    /// <param name="ContractPercent">Percent of the demand agreed in the contract that is billed at least.</param>
    /// <param name="Over">Code of a demand charge before it; what that bills is not billed again.</param>
    /// <param name="Events">List of events whose hours count, for a coincident demand.</param>
    /// <param name="Combine">
    /// What several events make of a coincident demand: highest, mean or sum; absent: as the setting says.
    /// </param>
    /// <param name="LookBack">Which earlier events set a coincident demand; absent: those of the bill.</param>
    /// <param name="Per">What the price is for: month (default), day or year.</param>
    /// <param name="OverPercent">
    /// Percent of the demand of <paramref name="Over"/> beyond which this one is billed; absent: 100.
    /// </param>
    /// <param name="Mean">Measured as the mean of several windows; absent: as the highest.</param>
    /// <param name="Rolling">The mean of the last months is billed; absent: the own month.</param>
    /// <param name="Weights">Hours whose windows count for more or less than they measure; absent: none do.</param>
    /// <param name="OverContractPercent">
    /// Percent of the demand agreed in the contract beyond which it is billed; absent: all of it is.
    /// </param>
    [GenerateSerializer, Immutable, Alias("tariff-charge-demand")]
    public sealed record Demand(
        [property: Id(0)] string Code,
        [property: Id(1)] string Text,
        [property: Id(2)] string TaxCategory,
        [property: Id(3), AllowedValues("import", "export")] string Direction,
        [property: Id(4)] string Unit,
        [property: Id(5)] int WindowMinutes,
        [property: Id(6)] PriceDocument Price,
        [property: Id(7)] DateOnly? ValidFrom = null,
        [property: Id(8)] DateOnly? ValidUntil = null,
        [property: Id(9)] ImmutableArray<string>? Channels = null,
        [property: Id(10)] RatchetDocument? Ratchet = null,
        [property: Id(11), AllowedValues("highest", "daily", "coincident")] string Basis = "highest",
        [property: Id(12)] PowerFactorDocument? PowerFactor = null,
        [property: Id(13)] decimal? Least = null,
        [property: Id(14)] decimal? ContractPercent = null,
        [property: Id(15)] string? Over = null,
        [property: Id(16)] string? Events = null,
        [property: Id(17), AllowedValues("highest", "mean", "sum")] string? Combine = null,
        [property: Id(18)] EventLookBackDocument? LookBack = null,
        [property: Id(19), AllowedValues("month", "day", "year")] string Per = "month",
        [property: Id(20)] decimal? OverPercent = null,
        [property: Id(21)] DemandMeanDocument? Mean = null,
        [property: Id(22)] RollingMeanDocument? Rolling = null,
        [property: Id(23)] DemandWeightsDocument? Weights = null,
        [property: Id(24)] decimal? OverContractPercent = null) : ChargeDocument;

    /// <summary>A percentage of charges before it; negative for a discount.</summary>
    /// <param name="Code">Code, unique among the charges of a day.</param>
    /// <param name="Text">What the customer reads.</param>
    /// <param name="TaxCategory">
    /// Category that decides the taxes on it; "none" for untaxed, "of-lines" for those of its lines.
    /// </param>
    /// <param name="Percent">Percent; negative for a discount.</param>
    /// <param name="ValidFrom">First day inside the version; absent: as long as the version.</param>
    /// <param name="ValidUntil">Day it ends, exclusive; absent: as long as the version.</param>
    /// <param name="Of">Codes of charges before it that count; absent: all.</param>
    /// <param name="Except">Codes that do not count all the same.</param>
    /// <param name="Most">The most it comes to in a bill period, without its sign; absent: no limit.</param>
    /// <param name="Least">The least it comes to in a bill period, without its sign; absent: no limit.</param>
    /// <param name="Counts">
    /// sequence or original: whether percentages before it count; absent: as the setting says.
    /// </param>
    /// <param name="Amounts">
    /// rounded or exact: which amounts of its lines it is taken of; absent: as the setting says.
    /// </param>
    /// <param name="PowerFactor">How the power factor multiplies the percentage; absent: not.</param>
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
        [property: Id(10), AllowedValues("sequence", "original")] string? Counts = null,
        [property: Id(11), AllowedValues("rounded", "exact")] string? Amounts = null,
        [property: Id(12)] FactorPercentDocument? PowerFactor = null) : ChargeDocument;

    /// <summary>The charges before it come to at least this much.</summary>
    /// <param name="Code">Code, unique among the charges of a day.</param>
    /// <param name="Text">What the customer reads.</param>
    /// <param name="TaxCategory">Category that decides the taxes on it; "none" for untaxed.</param>
    /// <param name="Per">day, month, year or bill.</param>
    /// <param name="Amount">The least amount.</param>
    /// <param name="ValidFrom">First day inside the version; absent: as long as the version.</param>
    /// <param name="ValidUntil">Day it ends, exclusive; absent: as long as the version.</param>
    /// <param name="Of">Codes of charges before it that count; absent: all.</param>
    /// <param name="Except">Codes that do not count all the same.</param>
    /// <param name="Times">How many times the amount counts; absent: once.</param>
    /// <param name="Counts">net or charges: whether credits count; absent: as the setting says.</param>
    /// <param name="TrueUp">Whether a minimum per year is counted on and billed once, when the year ends.</param>
    [GenerateSerializer, Immutable, Alias("tariff-charge-minimum")]
    public sealed record Minimum(
        [property: Id(0)] string Code,
        [property: Id(1)] string Text,
        [property: Id(2)] string TaxCategory,
        [property: Id(3), AllowedValues("day", "month", "year", "bill")] string Per,
        [property: Id(4)] decimal Amount,
        [property: Id(5)] DateOnly? ValidFrom = null,
        [property: Id(6)] DateOnly? ValidUntil = null,
        [property: Id(7)] ImmutableArray<string>? Of = null,
        [property: Id(8)] ImmutableArray<string>? Except = null,
        [property: Id(9)] FactorDocument? Times = null,
        [property: Id(10), AllowedValues("net", "charges")] string? Counts = null,
        [property: Id(11)] bool TrueUp = false) : ChargeDocument;

    /// <summary>The charges before it come to at most this much.</summary>
    /// <param name="Code">Code, unique among the charges of a day.</param>
    /// <param name="Text">What the customer reads.</param>
    /// <param name="TaxCategory">Category that decides the taxes on it; "none" for untaxed.</param>
    /// <param name="Per">day, month, year or bill.</param>
    /// <param name="Amount">The most.</param>
    /// <param name="ValidFrom">First day inside the version; absent: as long as the version.</param>
    /// <param name="ValidUntil">Day it ends, exclusive; absent: as long as the version.</param>
    /// <param name="Of">Codes of charges before it that count; absent: all.</param>
    /// <param name="Except">Codes that do not count all the same.</param>
    /// <param name="Times">How many times the amount counts; absent: once.</param>
    [GenerateSerializer, Immutable, Alias("tariff-charge-maximum")]
    public sealed record Maximum(
        [property: Id(0)] string Code,
        [property: Id(1)] string Text,
        [property: Id(2)] string TaxCategory,
        [property: Id(3), AllowedValues("day", "month", "year", "bill")] string Per,
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
    /// <param name="Code">Code, unique among the charges of a day.</param>
    /// <param name="Text">What the customer reads.</param>
    /// <param name="TaxCategory">Category that decides the taxes on it; "none" for untaxed.</param>
    /// <param name="Bank">energy or money: what is carried over.</param>
    /// <param name="SurplusPrice">Price of what is left at the true-up.</param>
    /// <param name="ValidFrom">First day inside the version; absent: as long as the version.</param>
    /// <param name="ValidUntil">Day it ends, exclusive; absent: as long as the version.</param>
    /// <param name="Calendar">Calendar whose periods are netted apart; absent: all hours as one.</param>
    /// <param name="Anniversary">Day of the yearly true-up, such as "04-01".</param>
    /// <param name="ExpiryMonths">Months after which a credit lapses.</param>
    /// <param name="Unit">Unit that is netted, such as kWh.</param>
    /// <param name="Import">Channels of what is taken; absent: all that fit.</param>
    /// <param name="Export">Channels of what is delivered; absent: all that fit.</param>
    /// <param name="Sharing">period or total: a bank for each period, or one for all.</param>
    /// <param name="Groups">Periods that share a bank.</param>
    /// <param name="Order">pro-rata or in-order: which periods a shared credit is used for.</param>
    /// <param name="Credit">same-bill or next-bill: when a credit may be used first.</param>
    /// <param name="Settle">bill or year: when money is settled.</param>
    /// <param name="Surplus">carry, forfeit, pay or pay-net-use: what becomes of the rest at the true-up.</param>
    /// <param name="Of">Codes of charges and credits that count, for money; absent: all before it.</param>
    /// <param name="Except">Codes that do not count all the same.</param>
    /// <param name="Excess">bank or use-price: what becomes of a delivery beyond the use of its period.</param>
    /// <param name="Season">keep or same-hours: where the bank of a period without hours in a bill goes.</param>
    [GenerateSerializer, Immutable, Alias("tariff-charge-net-metering")]
    public sealed record NetMetering(
        [property: Id(0)] string Code,
        [property: Id(1)] string Text,
        [property: Id(2)] string TaxCategory,
        [property: Id(3), AllowedValues("energy", "money")] string Bank,
        [property: Id(4)] decimal? SurplusPrice = null,
        [property: Id(5)] DateOnly? ValidFrom = null,
        [property: Id(6)] DateOnly? ValidUntil = null,
        [property: Id(7)] string? Calendar = null,
        [property: Id(8)] string? Anniversary = null,
        [property: Id(9)] int? ExpiryMonths = null,
        [property: Id(10)] string? Unit = null,
        [property: Id(11)] ImmutableArray<string>? Import = null,
        [property: Id(12)] ImmutableArray<string>? Export = null,
        [property: Id(13), AllowedValues("period", "total")] string? Sharing = null,
        [property: Id(14)] ImmutableArray<ImmutableArray<string>>? Groups = null,
        [property: Id(15), AllowedValues("pro-rata", "in-order")] string? Order = null,
        [property: Id(16), AllowedValues("same-bill", "next-bill")] string? Credit = null,
        [property: Id(17), AllowedValues("bill", "year")] string? Settle = null,
        [property: Id(18), AllowedValues("carry", "forfeit", "pay", "pay-net-use")] string? Surplus = null,
        [property: Id(19)] ImmutableArray<string>? Of = null,
        [property: Id(20)] ImmutableArray<string>? Except = null,
        [property: Id(21), AllowedValues("bank", "use-price")] string? Excess = null,
        [property: Id(22), AllowedValues("keep", "same-hours")] string? Season = null) : ChargeDocument;

    /// <summary>A quantity or an amount the customer promised to take in a window.</summary>
    /// <param name="Code">Code, unique among the charges of a day.</param>
    /// <param name="Text">What the customer reads.</param>
    /// <param name="TaxCategory">Category that decides the taxes on it; "none" for untaxed.</param>
    /// <param name="Per">day, week, month, quarter, half-year or year.</param>
    /// <param name="ShortfallPrice">Price of a unit that was not taken.</param>
    /// <param name="ValidFrom">First day inside the version; absent: as long as the version.</param>
    /// <param name="ValidUntil">Day it ends, exclusive; absent: as long as the version.</param>
    /// <param name="Quantity">Quantity promised; either this or an amount.</param>
    /// <param name="Amount">Amount promised; either this or a quantity.</param>
    /// <param name="Of">Codes of charges before it that count; absent: all.</param>
    /// <param name="Except">Codes that do not count all the same.</param>
    /// <param name="Every">How many of them make a window.</param>
    /// <param name="Prepaid">Whether the promise is paid at the start of the window and use is taken off it.</param>
    /// <param name="OverageFactor">What use beyond the promise costs more: the factor on its price.</param>
    /// <param name="IncludesTax">Whether the amount, and what counts towards it, is with taxes; then what is made good
    /// has the tax categories of what was spent, or its own where nothing was.</param>
    [GenerateSerializer, Immutable, Alias("tariff-charge-commitment")]
    public sealed record Commitment(
        [property: Id(0)] string Code,
        [property: Id(1)] string Text,
        [property: Id(2)] string TaxCategory,
        [property: Id(3), AllowedValues("day", "week", "month", "quarter", "half-year", "year")] string Per,
        [property: Id(4)] decimal? ShortfallPrice = null,
        [property: Id(5)] DateOnly? ValidFrom = null,
        [property: Id(6)] DateOnly? ValidUntil = null,
        [property: Id(7)] decimal? Quantity = null,
        [property: Id(8)] decimal? Amount = null,
        [property: Id(9)] ImmutableArray<string>? Of = null,
        [property: Id(10)] ImmutableArray<string>? Except = null,
        [property: Id(11)] int Every = 1,
        [property: Id(12)] bool Prepaid = false,
        [property: Id(13)] decimal? OverageFactor = null,
        [property: Id(14)] bool IncludesTax = false) : ChargeDocument;

    /// <summary>A price for each period of a subscription, by the quantity of an item such as a seat.</summary>
    /// <param name="Code">Code, unique among the charges of a day.</param>
    /// <param name="Text">What the customer reads.</param>
    /// <param name="TaxCategory">Category that decides the taxes on it; "none" for untaxed.</param>
    /// <param name="Per">day, week, month, quarter, half-year or year.</param>
    /// <param name="Price">How the quantity of a period is priced.</param>
    /// <param name="ValidFrom">First day inside the version; absent: as long as the version.</param>
    /// <param name="ValidUntil">Day it ends, exclusive; absent: as long as the version.</param>
    /// <param name="InAdvance">Whether a period is billed when it begins.</param>
    /// <param name="Item">Item whose quantity counts, such as seat; absent: once.</param>
    /// <param name="Every">How many of them make a period.</param>
    [GenerateSerializer, Immutable, Alias("tariff-charge-subscription")]
    public sealed record Subscription(
        [property: Id(0)] string Code,
        [property: Id(1)] string Text,
        [property: Id(2)] string TaxCategory,
        [property: Id(4), AllowedValues("day", "week", "month", "quarter", "half-year", "year")] string Per,
        [property: Id(5)] PriceDocument Price,
        [property: Id(6)] DateOnly? ValidFrom = null,
        [property: Id(7)] DateOnly? ValidUntil = null,
        [property: Id(8)] bool InAdvance = false,
        [property: Id(3)] string? Item = null,
        [property: Id(9)] int Every = 1) : ChargeDocument;

    /// <summary>Calls, data or messages by destination, in increments.</summary>
    /// <param name="Code">Code, unique among the charges of a day.</param>
    /// <param name="Text">What the customer reads.</param>
    /// <param name="TaxCategory">Category that decides the taxes on it; "none" for untaxed.</param>
    /// <param name="Event">call, data, sms or a word of one's own.</param>
    /// <param name="Unit">What a price is for: second, minute, hour, byte, kB, MB, GB, KiB, MiB, GiB or count.</param>
    /// <param name="Rates">What calls cost.</param>
    /// <param name="ValidFrom">First day inside the version; absent: as long as the version.</param>
    /// <param name="ValidUntil">Day it ends, exclusive; absent: as long as the version.</param>
    /// <param name="Destinations">Numbers that cost the same.</param>
    /// <param name="Zones">Serving networks abroad.</param>
    /// <param name="Calendar">Calendar whose periods the rates name.</param>
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
