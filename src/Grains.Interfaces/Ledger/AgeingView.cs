using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Ledger;

/// <summary>What all accounts of a legal entity had open at the end of a day.</summary>
/// <param name="EntityId">Legal entity.</param>
/// <param name="AsOf">The day.</param>
/// <param name="Basis">due-date or document-date.</param>
/// <param name="Totals">One per currency.</param>
public sealed record AgeingView(
    string EntityId,
    DateOnly AsOf,
    string Basis,
    ImmutableArray<AgeingTotalView> Totals);
