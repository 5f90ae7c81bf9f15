using System.Collections.Immutable;
using BillingActors.Domain.Tariffs.Recurring;
using NodaTime;

namespace BillingActors.Domain.Rating.Subscriptions;

/// <summary>A subscription from its start, with all that happened to it so far or is known to come.</summary>
/// <param name="ContractId">The contract.</param>
/// <param name="Tariff">Id of the tariff it starts with.</param>
/// <param name="Start">Local time it starts.</param>
/// <param name="Until">Where bills, or the contract, end, exclusive; see the setting life-until.</param>
/// <param name="Actions">What happens, in any order; at one time, in this order.</param>
public sealed record SubscriptionLife(
    string ContractId,
    string Tariff,
    LocalDateTime Start,
    LocalDateTime Until,
    ImmutableArray<SubscriptionAction> Actions)
{
    /// <summary>Day of the month on which periods begin, 1 to 31; null: the day of the start.</summary>
    public int? BillingDay { get; init; }

    /// <summary>How often usage is billed; null: as often as the shortest subscription charge.</summary>
    public BillingInterval? Cycle { get; init; }

    /// <summary>Quantity of all items that have none of their own.</summary>
    public decimal Quantity { get; init; } = 1m;

    /// <summary>Quantities by item.</summary>
    public ImmutableSortedDictionary<string, decimal> Quantities { get; init; } =
        ImmutableSortedDictionary.Create<string, decimal>(StringComparer.Ordinal);

    /// <summary>Day the trial ends, exclusive; null: as the setting trial-days says.</summary>
    public LocalDate? TrialUntil { get; init; }

    /// <summary>Since when this is a customer, for prices of existing ones; null: since the start.</summary>
    public LocalDate? CustomerSince { get; init; }
}
