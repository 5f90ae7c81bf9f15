using BillingActors.Domain.Accounts;

namespace BillingActors.Storage.Accounts;

/// <summary>An account as it was read: its state, its version and the link of its hash chain.</summary>
/// <param name="Key">"entity/account".</param>
/// <param name="State">The fold of its events.</param>
/// <param name="Version">Number of its events; 0 for an account that does not exist.</param>
/// <param name="Link">The chain link after the last commit: 32 bytes; all zero before the first event.</param>
public sealed record LoadedAccount(string Key, Account State, long Version, ReadOnlyMemory<byte> Link);
