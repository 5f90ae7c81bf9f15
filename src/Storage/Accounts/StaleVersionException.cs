namespace BillingActors.Storage.Accounts;

/// <summary>Another writer was first: the account must be read again and the command decided again.</summary>
public sealed class StaleVersionException(string accountKey, long expectedVersion)
    : Exception($"Account {accountKey} is no longer at version {expectedVersion}.")
{
    /// <summary>The account.</summary>
    public string AccountKey { get; } = accountKey;

    /// <summary>The version the writer believed in.</summary>
    public long ExpectedVersion { get; } = expectedVersion;
}
