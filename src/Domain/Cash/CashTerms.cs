using System.Collections.Immutable;

namespace BillingActors.Domain.Cash;

/// <summary>What money is set against items by: the entity's policy, and what its items offer.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Offers">Cash discounts that items offer.</param>
public sealed record CashTerms(ApplicationPolicy Policy, ImmutableArray<DiscountOffer> Offers)
{
    /// <summary>The usual rules, no tolerance, no discount.</summary>
    public static CashTerms Usual { get; } = new(ApplicationPolicy.Usual, []);
}
