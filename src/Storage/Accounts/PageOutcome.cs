using System.Collections.Immutable;

namespace BillingActors.Storage.Accounts;

/// <summary>What became of a page: who was stored and at which state, and who lost the fence.</summary>
/// <param name="Stored">Accounts as they stand after the page.</param>
/// <param name="Lost">Keys of accounts that another writer had moved; nothing of theirs was stored.</param>
public sealed record PageOutcome(ImmutableArray<LoadedAccount> Stored, ImmutableArray<string> Lost);
