using BillingActors.Gateway.Auth;
using BillingActors.Grains.Interfaces.Keys;
using BillingActors.Storage.Audit;

namespace BillingActors.Cli.Embedded;

/// <summary>Entries of the audit trail for what is done to keys in the database itself.</summary>
internal static class KeyNotes
{
    /// <summary>The door of those who own the database.</summary>
    public const string Source = "cli";

    /// <summary>Who sits at the keyboard, as the system knows it.</summary>
    public static string Actor => "cli:" + Environment.UserName;

    public static AuditEntry Made(ApiKeyView key, DateTimeOffset now) => new(
        now, Actor, Source, "key-made", new AuditSubject("key", key.KeyId), "make-" + key.KeyId)
    {
        After = KeyIssuing.Describe(key),
    };

    public static AuditEntry Revoked(string keyId, DateTimeOffset now) =>
        new(now, Actor, Source, "key-revoked", new AuditSubject("key", keyId), "revoke-" + keyId);
}
