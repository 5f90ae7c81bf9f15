using System.Collections.Immutable;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.State;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Invoicing;

/// <summary>
/// How far an invoice moved a contract: the days billed, the use, and the register positions after it.
/// </summary>
/// <param name="ContractId">The contract.</param>
/// <param name="Period">The days billed.</param>
/// <param name="Uses">What was used.</param>
/// <param name="Positions">What each register is billed up to now.</param>
public sealed record ContractBilled(
    string ContractId,
    Period Period,
    ImmutableArray<MeasuredUse> Uses,
    ImmutableArray<RegisterPosition> Positions)
{
    /// <summary>What its ratings leave for the next bill; null where that is nothing.</summary>
    public RatingState? State { get; init; }
}
