namespace BillingActors.Storage.Accounts;

/// <summary>Version, link and balance as the account's query row has them.</summary>
internal sealed record AccountHead(long Version, byte[] Link, long BalanceMinor);
