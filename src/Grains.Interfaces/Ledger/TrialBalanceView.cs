using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Ledger;

/// <summary>Balances and turnovers of a legal entity between two days.</summary>
/// <param name="EntityId">Legal entity.</param>
/// <param name="From">First day.</param>
/// <param name="Until">End day, exclusive.</param>
/// <param name="Rows">In order of number, role and currency; each currency sums to zero.</param>
public sealed record TrialBalanceView(
    string EntityId,
    DateOnly From,
    DateOnly Until,
    ImmutableArray<TrialBalanceRow> Rows);
