using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Storage.Accounts;

/// <summary>Keys of accounts: "entity/account".</summary>
internal static class AccountKey
{
    /// <summary>Whether the key is the account's legal entity, a slash and some id.</summary>
    public static bool IsNamedBy(this Account account, string key) =>
        key.Length > account.EntityId.Length + 1
        && key.StartsWith(account.EntityId, StringComparison.Ordinal)
        && key[account.EntityId.Length] == '/';

    /// <summary>The account's legal entity.</summary>
    public static string EntityOf(string key) => key[..SlashOf(key)];

    /// <summary>The account's id within its legal entity.</summary>
    public static string IdOf(string key) => key[(SlashOf(key) + 1)..];

    private static int SlashOf(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        Invariant.Holds(slash > 0, "an account's key is its legal entity, a slash and its id");
        return slash;
    }
}
