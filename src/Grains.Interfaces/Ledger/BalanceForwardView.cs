using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Ledger;

/// <summary>What was owed before some days, what moved it, and what was owed after.</summary>
/// <param name="EntityId">Legal entity.</param>
/// <param name="AccountId">Account.</param>
/// <param name="CustomerId">Customer.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Version">Version of the account it was read at: the same version is the same statement.</param>
/// <param name="From">First day.</param>
/// <param name="Through">Last day.</param>
/// <param name="OpeningMinor">Owed before the first day.</param>
/// <param name="Movements">What moved it, in order.</param>
/// <param name="ClosingMinor">Owed at the end of the last day; the opening of the next statement.</param>
/// <param name="Basis">due-date or document-date: what ages are counted from.</param>
/// <param name="Aged">By age.</param>
public sealed record BalanceForwardView(
    string EntityId,
    string AccountId,
    string CustomerId,
    string Currency,
    long Version,
    DateOnly From,
    DateOnly Through,
    long OpeningMinor,
    ImmutableArray<StatementMovementView> Movements,
    long ClosingMinor,
    string Basis,
    AgedView Aged);
