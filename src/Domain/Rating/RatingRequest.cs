using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating.Calls;
using BillingActors.Domain.Rating.Events;
using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Settings;
using BillingActors.Domain.Tax.Places;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating;

/// <summary>One contract, one period, one tariff: what is to be rated.</summary>
/// <param name="ContractId">The contract.</param>
/// <param name="Tariff">The tariff with all its versions.</param>
/// <param name="Cycle">The full bill period of the cycle: what "a month" of fixed charges and tiers means.</param>
/// <param name="Service">The days of it that this contract was on this tariff.</param>
/// <param name="Usage">What was metered.</param>
/// <param name="Positions">What each register was billed up to; empty for a first bill.</param>
/// <param name="ReadWindowDays">How many days around the end of the period a closing read may lie, 0 to 31.</param>
/// <param name="Currency">Currency of the account.</param>
/// <param name="Zone">Time zone of the legal entity, used where the tariff names none.</param>
public sealed record RatingRequest(
    string ContractId,
    Tariff Tariff,
    Period Cycle,
    Period Service,
    ContractUsage Usage,
    ImmutableArray<RegisterPosition> Positions,
    int ReadWindowDays,
    Currency Currency,
    DateTimeZone Zone)
{
    /// <summary>Determinants that stand in the place of the metered usage; null: meters count.</summary>
    public DeterminantUsage? Determinants { get; init; }

    /// <summary>What the ratings before left behind.</summary>
    public RatingState State { get; init; } = RatingState.Empty;

    /// <summary>Calls, data and messages, in any order.</summary>
    public ImmutableArray<CallRecord> Calls { get; init; } = [];

    /// <summary>Usage reported as events; all of a period where any of it is rated.</summary>
    public ImmutableArray<UsageEvent> Events { get; init; } = [];

    /// <summary>Quantities ordered by item, such as seats; an item that is not named counts once.</summary>
    public ImmutableSortedDictionary<string, decimal> Quantities { get; init; } =
        ImmutableSortedDictionary.Create<string, decimal>(StringComparer.Ordinal);

    /// <summary>Coupons that were redeemed.</summary>
    public ImmutableArray<string> Coupons { get; init; } = [];

    /// <summary>Settings of the contract, over those of the tariff.</summary>
    public RatingSettings Settings { get; init; } = RatingSettings.Default;

    /// <summary>Tables and tax status, for amounts that include taxes; none: the taxes of the tariff.</summary>
    public TaxStanding Standing { get; init; } = TaxStanding.None;

    /// <summary>Key of the pseudonyms that stand for persons in the state.</summary>
    public string StateKey { get; init; } = "";

    /// <summary>The settings that count: those of the tariff with those of the contract over them.</summary>
    public RatingSettings SettingsInForce => Tariff.Settings.Under(Settings);
}
