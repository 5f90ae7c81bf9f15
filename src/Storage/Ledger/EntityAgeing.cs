using System.Collections.Immutable;
using BillingActors.Domain.Statements;
using NodaTime;

namespace BillingActors.Storage.Ledger;

/// <summary>What all accounts of a legal entity had open at the end of a day.</summary>
/// <param name="AsOf">The day.</param>
/// <param name="Basis">What ages are counted from.</param>
/// <param name="Accounts">Accounts with something open, in order of their id.</param>
/// <param name="Totals">One per currency, in order.</param>
public sealed record EntityAgeing(
    LocalDate AsOf, AgeingBasis Basis, ImmutableArray<AccountAgeing> Accounts, ImmutableArray<AgeingTotal> Totals);
