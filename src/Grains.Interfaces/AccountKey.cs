namespace BillingActors.Grains.Interfaces;

/// <summary>The key of an account: "entity/account".</summary>
public static class AccountKey
{
    /// <summary>Joins the two parts.</summary>
    public static string Of(string entityId, string accountId) => entityId + "/" + accountId;

    /// <summary>Splits a key into its two parts.</summary>
    public static (string EntityId, string AccountId) Split(string key)
    {
        var at = key.IndexOf('/', StringComparison.Ordinal);
        return at <= 0
            ? throw new ArgumentException($"'{key}' is no account key.", nameof(key))
            : (key[..at], key[(at + 1)..]);
    }
}
