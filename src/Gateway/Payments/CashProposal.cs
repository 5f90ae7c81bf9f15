using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Cash;

namespace BillingActors.Gateway.Payments;

/// <summary>An account that money may belong to.</summary>
/// <param name="AccountId">Account.</param>
/// <param name="CustomerName">Name of its customer.</param>
/// <param name="Score">0 to 100; the higher the likelier.</param>
/// <param name="Reasons">What speaks for it: number-and-amount, number, amount, all-due, named or own-account.</param>
public sealed record CashProposal(
    string AccountId, string? CustomerName, int Score, ImmutableArray<string> Reasons)
{
    /// <summary>What the rule set would pay there; null where it would pay nothing, or was not asked.</summary>
    public ApplicationView? Application { get; init; }
}
