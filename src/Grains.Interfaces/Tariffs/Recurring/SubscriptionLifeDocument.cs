using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Tariffs.Recurring;

/// <summary>The life of a subscription as JSON: when it starts, what happens, until when it is billed.</summary>
/// <param name="Start">First day, or local time.</param>
/// <param name="Until">Where bills end, exclusive; see the setting life-until.</param>
/// <param name="Tariff">Id of the tariff it starts with; absent: the only or first one given.</param>
/// <param name="BillingDay">Day of the month on which periods begin, 1 to 31; absent: the day of the start.</param>
/// <param name="Quantity">Quantity of all items without their own; absent: one.</param>
/// <param name="Quantities">Quantities by item.</param>
/// <param name="Per">How often usage is billed: day, week, month, quarter, half-year or year.</param>
/// <param name="Every">How many of them.</param>
/// <param name="TrialUntil">Day the trial ends, exclusive; absent: as the setting trial-days says.</param>
/// <param name="CustomerSince">Since when this is a customer, for prices of existing customers.</param>
/// <param name="Actions">What happens; at one time, in this order.</param>
/// <param name="Overrides">Prices of this contract.</param>
/// <param name="Settings">Settings of this contract.</param>
/// <param name="Contract">Id of the contract.</param>
[GenerateSerializer, Immutable, Alias("subscription-life")]
public sealed record SubscriptionLifeDocument(
    [property: Id(0)] string Start,
    [property: Id(1)] string Until,
    [property: Id(2)] string? Tariff = null,
    [property: Id(3)] int? BillingDay = null,
    [property: Id(4)] decimal? Quantity = null,
    [property: Id(5)] ImmutableSortedDictionary<string, decimal>? Quantities = null,
    [property: Id(6)] string? Per = null,
    [property: Id(7)] int Every = 1,
    [property: Id(8)] DateOnly? TrialUntil = null,
    [property: Id(9)] DateOnly? CustomerSince = null,
    [property: Id(10)] ImmutableArray<SubscriptionActionDocument>? Actions = null,
    [property: Id(11)] ImmutableArray<PriceOverrideDocument>? Overrides = null,
    [property: Id(12)] ImmutableSortedDictionary<string, string>? Settings = null,
    [property: Id(13)] string? Contract = null);
