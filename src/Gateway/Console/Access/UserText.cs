using BillingActors.Storage.Users;

namespace BillingActors.Gateway.Console.Access;

/// <summary>What the audit trail says of a person's rights.</summary>
internal static class UserText
{
    public static string Of(StoredUser user) =>
        $"{(user.IsActive ? "may log in" : "may not log in")}; roles {Words(user.Roles, "none")}; "
        + $"entities {Words(user.Entities, "all")}";

    private static string Words(IReadOnlyCollection<string> words, string none) =>
        words.Count == 0 ? none : string.Join(", ", words.Order(StringComparer.Ordinal));
}
