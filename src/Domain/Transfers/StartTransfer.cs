using System.Collections.Immutable;
using NodaTime;

namespace BillingActors.Domain.Transfers;

/// <summary>Moves open items or money to another account.</summary>
/// <param name="TransferId">Id of the transfer.</param>
/// <param name="From">This account, "entity/account".</param>
/// <param name="To">The other account, "entity/account".</param>
/// <param name="Scope">What is to be moved.</param>
/// <param name="ItemIds">Items by id or number, each whole; empty: all that may move.</param>
/// <param name="AmountMinor">How much money; null: all there is.</param>
/// <param name="On">Today, in the entity's zone.</param>
public sealed record StartTransfer(
    string TransferId,
    string From,
    string To,
    TransferScope Scope,
    ImmutableArray<string> ItemIds,
    long? AmountMinor,
    LocalDate On)
{
    /// <summary>The customer the other account must belong to; null: any.</summary>
    public string? CustomerId { get; init; }
}
