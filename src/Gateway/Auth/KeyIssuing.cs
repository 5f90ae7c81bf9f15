using System.Globalization;
using BillingActors.Grains.Interfaces.Keys;
using BillingActors.Storage.Keys;

namespace BillingActors.Gateway.Auth;

/// <summary>Makes API keys, behind the API as well as offline: only a hash of the secret reaches the store.</summary>
public static class KeyIssuing
{
    private const int DaysMax = 366;
    private const int TextMax = 100;

    /// <summary>Makes a key; the caller stores the first part and shows the second once.</summary>
    /// <param name="wanted">The key to make.</param>
    /// <param name="now">When it is made.</param>
    /// <param name="keyId">16 hexadecimal digits; null for a random id.</param>
    /// <exception cref="ArgumentException">The key breaks a rule; see <see cref="Check"/>.</exception>
    public static (StoredKey Stored, IssuedKey Issued) Create(NewKey wanted, DateTimeOffset now, string? keyId = null)
    {
        if (Check(wanted, now) is { } broken)
            throw new ArgumentException(broken, nameof(wanted));
        var text = keyId is null ? ApiKeyText.Random() : ApiKeyText.For(keyId);
        var view = new ApiKeyView(
            text.KeyId, wanted.Name, wanted.PersonId, wanted.Roles, wanted.Entities, now, wanted.ExpiresAt, null, null);
        return (new StoredKey(view, text.Hash()), new IssuedKey(view, text.ToString()));
    }

    /// <summary>What the audit trail says of a key.</summary>
    public static string Describe(ApiKeyView key) =>
        $"{key.Name}; acts as {key.PersonId}; roles {string.Join(", ", key.Roles)}; "
        + $"entities {(key.Entities.IsEmpty ? "all" : string.Join(", ", key.Entities))}; "
        + $"ends {key.ExpiresAt.UtcDateTime.ToString("u", CultureInfo.InvariantCulture)}";

    /// <summary>The rule a key breaks, or null.</summary>
    public static string? Check(NewKey wanted, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(wanted.Name) || wanted.Name.Length > TextMax)
            return "The name must have 1 to 100 characters.";
        if (string.IsNullOrWhiteSpace(wanted.PersonId) || wanted.PersonId.Length > TextMax)
            return "The person id must have 1 to 100 characters.";
        if (wanted.Roles.IsDefaultOrEmpty || wanted.Roles.Except(Role.All, StringComparer.Ordinal).Any())
            return $"The roles must be some of: {string.Join(", ", Role.All)}.";
        if (wanted.Entities.IsDefault || wanted.Entities.Any(id => string.IsNullOrWhiteSpace(id) || id == "*"))
            return "The legal entities must be ids; none at all means no limit.";
        if (wanted.ExpiresAt <= now || wanted.ExpiresAt > now.AddDays(DaysMax))
            return "The key must end in the future, at most 366 days from now.";
        return null;
    }
}
