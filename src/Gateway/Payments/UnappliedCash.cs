using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Reports;

namespace BillingActors.Gateway.Payments;

/// <summary>A receipt with a rest that waits for a person, and what may be paid with it.</summary>
/// <param name="Receipt">The receipt.</param>
/// <param name="Reference">What the payer wrote.</param>
/// <param name="Proposals">
/// What the rule set would pay: of the account itself, or else of accounts that the payer may have meant, best first.
/// </param>
public sealed record UnappliedCash(
    UnappliedReceiptRow Receipt, string? Reference, ImmutableArray<CashProposal> Proposals);
