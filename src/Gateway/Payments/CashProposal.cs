using System.Collections.Immutable;

namespace BillingActors.Gateway.Payments;

/// <summary>An account that unidentified cash may belong to.</summary>
/// <param name="AccountId">Account.</param>
/// <param name="CustomerName">Name of its customer.</param>
/// <param name="Score">0 to 100; the higher the likelier.</param>
/// <param name="Reasons">What speaks for it: number-and-amount, number, amount, all-due or named.</param>
public sealed record CashProposal(
    string AccountId, string? CustomerName, int Score, ImmutableArray<string> Reasons);
