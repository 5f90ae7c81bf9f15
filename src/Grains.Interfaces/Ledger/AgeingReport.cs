using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Ledger;

/// <summary>An ageing with the accounts it sums.</summary>
/// <param name="Summary">Sums.</param>
/// <param name="Accounts">Accounts with something open, in order of their id.</param>
public sealed record AgeingReport(
    AgeingView Summary,
    ImmutableArray<AccountAgeingRow> Accounts);
