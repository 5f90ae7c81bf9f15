using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating.Events;
using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Settings;
using BillingActors.Domain.Tax.Places;
using NodaTime;

namespace BillingActors.Domain.Rating.Subscriptions;

/// <summary>A subscription to be billed.</summary>
/// <param name="Life">The subscription with what happened to it.</param>
/// <param name="Tariffs">The tariffs it is or was on.</param>
/// <param name="Currency">Currency of the account.</param>
/// <param name="Zone">Time zone of the legal entity, used where a tariff names none.</param>
public sealed record SubscriptionRequest(
    SubscriptionLife Life, ImmutableArray<Tariff> Tariffs, Currency Currency, DateTimeZone Zone)
{
    /// <summary>What the bills before left behind.</summary>
    public RatingState State { get; init; } = RatingState.Empty;

    /// <summary>Settings of the contract, over those of its tariffs.</summary>
    public RatingSettings Settings { get; init; } = RatingSettings.Default;

    /// <summary>Usage that was reported; all events of each period that is not closed.</summary>
    public ImmutableArray<UsageEvent> Events { get; init; } = [];

    /// <summary>Prices of this contract.</summary>
    public ImmutableArray<PriceOverride> Overrides { get; init; } = [];

    /// <summary>Tables and tax status, for amounts that include taxes; none: the taxes of the tariffs.</summary>
    public TaxStanding Standing { get; init; } = TaxStanding.None;

    /// <summary>Key of the pseudonyms that stand for persons in the state.</summary>
    public string StateKey { get; init; } = "";

    /// <summary>The tariff with the id, or null.</summary>
    public Tariff? Tariff(string id) => Tariffs.FirstOrDefault(tariff => tariff.Id == id);
}
